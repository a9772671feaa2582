package dev.fortnight.site.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps what pages add to the index, so that a process that makes it again reads only new ones. */
public final class SearchMemory {

  /** What a page says and what it adds to the files. */
  record Known(IndexedDocument document, IndexLines lines) {

    private boolean isOf(SearchDocument other, String name) {
      SearchDocument own = document.document();
      return (own == other || own.equals(other)) && lines.id().equals(name);
    }
  }

  private final boolean isKeeping;
  private Locale locale = Locale.ROOT;
  private SearchLanguage language;

  /** What each page adds, in their order. */
  private Known[] known = new Known[0];

  /** What those added that are not met again yet, by address, where the pages are others. */
  private Map<String, Known> earlier = new HashMap<>();

  private FormCounts forms = new FormCounts();
  private Optional<PageNames> names = Optional.empty();
  private int earlierShards;
  private Optional<MadeIndex> made = Optional.empty();

  public SearchMemory() {
    this(true);
  }

  private SearchMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For an index that none follows. */
  public static SearchMemory none() {
    return new SearchMemory(false);
  }

  /** The same for the same language, since it keeps the stems of words. */
  public SearchLanguage language(Locale of) {
    if (language == null || !of.equals(locale)) {
      locale = of;
      language = SearchLanguage.of(of);
      forget();
    }
    return language;
  }

  boolean isKeeping() {
    return isKeeping;
  }

  /** The index before, if there is one with as many files and in the same language. */
  Optional<MadeIndex> made() {
    return made;
  }

  void keep(MadeIndex index) {
    made = Optional.of(index);
  }

  private void forget() {
    known = new Known[0];
    earlier.clear();
    forms = new FormCounts();
    made = Optional.empty();
  }

  /**
   * Before pages are asked for.
   *
   * @param shards of the words; with another number all rows are others
   * @return their names, those of the index before if they are the same
   */
  PageNames begin(List<Findable> pages, int shards) {
    if (!isKeeping) {
      return new PageNames(pages);
    }
    if (shards != earlierShards) {
      forget();
      earlierShards = shards;
    }
    boolean isKnown = known.length == pages.size();
    PageNames found =
        names
            .filter(before -> isKnown && before.areOf(pages))
            .orElseGet(() -> beginWithOthers(pages));
    names = Optional.of(found);
    return found;
  }

  private PageNames beginWithOthers(List<Findable> pages) {
    for (Known one : known) {
      if (one != null) {
        earlier.put(one.document().document().address(), one);
      }
    }
    known = new Known[pages.size()];
    return new PageNames(pages);
  }

  /**
   * What a page adds to the index, as it was read before or is read now.
   *
   * @param at its place among the pages
   */
  IndexLines lines(int at, Findable page, Function<SearchDocument, Known> reading) {
    if (!isKeeping) {
      return reading.apply(page.document().get()).lines();
    }
    if (known[at] == null) {
      known[at] = earlier.remove(page.address());
    }
    Known before = known[at];
    Known found = isStill(before, at, page) ? before : read(before, at, page, reading);
    known[at] = found;
    return found.lines();
  }

  private boolean isStill(Known before, int at, Findable page) {
    return before != null
        && page.isAsBefore()
        && before.lines().id().equals(names.orElseThrow().of(at));
  }

  private Known read(Known before, int at, Findable page, Function<SearchDocument, Known> reading) {
    SearchDocument document = page.document().get();
    if (before != null && before.isOf(document, names.orElseThrow().of(at))) {
      return before;
    }
    Known found = reading.apply(document);
    forms.add(found.document().forms());
    if (before != null) {
      forms.remove(before.document().forms());
    }
    return found;
  }

  /** The numbers of the words of all pages, once somebody asked for the lines of each. */
  BitSet forms() {
    earlier.values().forEach(gone -> forms.remove(gone.document().forms()));
    earlier.clear();
    return forms.present();
  }
}
