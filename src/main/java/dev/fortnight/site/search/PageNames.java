package dev.fortnight.site.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names that pages have in an index, in the order of the pages, and the order of the names.
 * They depend on the addresses and the days of all pages, and on nothing else of them.
 */
final class PageNames {

  /** Letters of an address in the name of a page. Few pages of one day need more. */
  private static final int LEAST_OF_ADDRESS = 2;

  private record Place(String address, Optional<LocalDate> date) {

    boolean isOf(Findable page) {
      return address.equals(page.address()) && date.equals(page.date());
    }
  }

  private final List<Place> places;
  private final String[] names;
  private final int[] order;

  /** Of two pages that would have one name, the later in the alphabet gets a longer one. */
  PageNames(List<Findable> pages) {
    places = pages.stream().map(page -> new Place(page.address(), page.date())).toList();
    names = new String[places.size()];
    Set<String> taken = new HashSet<>();
    for (int at : sorted(Comparator.comparing(at -> places.get(at).address()))) {
      Place place = places.get(at);
      int length = LEAST_OF_ADDRESS;
      String name = SearchCode.id(place.date(), place.address(), length);
      while (!taken.add(name)) {
        name = SearchCode.id(place.date(), place.address(), ++length);
      }
      names[at] = name;
    }
    order = sorted(Comparator.comparing(at -> names[at]));
  }

  private int[] sorted(Comparator<Integer> by) {
    return IntStream.range(0, places.size()).boxed().sorted(by).mapToInt(at -> at).toArray();
  }

  /** Whether these would have the same names. */
  boolean areOf(List<Findable> pages) {
    boolean areSame = pages.size() == places.size();
    for (int at = 0; areSame && at < pages.size(); at++) {
      areSame = places.get(at).isOf(pages.get(at));
    }
    return areSame;
  }

  /** The name of the page at a place. */
  String of(int at) {
    return names[at];
  }

  /** The places of the pages, in the order of their names. */
  IntStream inOrder() {
    return Arrays.stream(order);
  }
}
