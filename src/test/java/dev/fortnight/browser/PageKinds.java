package dev.fortnight.browser;

import dev.fortnight.PublishedSite;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The pages to look at when not all can be: as few as show every layout, every element and every
 * class of a site, and the home of each of its trees. A new kind of page, or a new part of one, is
 * among them by itself.
 */
final class PageKinds {

  private static final Pattern HOME = Pattern.compile("(editions/\\d+/|working/|)index\\.html");

  private static final Pattern OTHER_TREE = Pattern.compile("editions/\\d+/|working/");

  private PageKinds() {}

  /** Their addresses under the site's root. */
  static List<String> of(PublishedSite site) {
    Map<String, Document> pages = site.pages();
    Map<String, Set<String>> missing = new TreeMap<>();
    pages.forEach((path, page) -> missing.put(path, parts(page)));
    Collection<String> chosen = new TreeSet<>();
    pages.keySet().stream()
        .filter(path -> HOME.matcher(path).matches())
        .forEach(home -> choose(home, chosen, missing));
    for (String next = richest(missing); !missing.get(next).isEmpty(); next = richest(missing)) {
      choose(next, chosen, missing);
    }
    return chosen.stream().map(path -> path.replaceFirst("(^|/)index\\.html$", "$1")).toList();
  }

  /**
   * One page of each layout in the newest edition, the one that shows most, by the layout's name; a
   * list by what it lists.
   */
  static Map<String, String> named(PublishedSite site) {
    Map<String, String> named = new TreeMap<>();
    Map<String, Integer> shows = new TreeMap<>();
    site.pages()
        .forEach(
            (path, page) -> {
              String kind = page.select(".page").attr("class").replaceFirst(".* page--", "");
              String address = path.replaceFirst("(^|/)index\\.html$", "$1");
              String name = kind.equals("section") ? "list-of-" + address.replace("/", "") : kind;
              if (!OTHER_TREE.matcher(path).lookingAt()
                  && parts(page).size() > shows.getOrDefault(name, 0)) {
                named.put(name, address);
                shows.put(name, parts(page).size());
              }
            });
    return named;
  }

  /** The page that shows most of what no chosen one shows. */
  private static String richest(Map<String, Set<String>> missing) {
    return missing.keySet().stream()
        .max(Comparator.comparingInt(path -> missing.get(path).size()))
        .orElseThrow();
  }

  private static void choose(
      String path, Collection<String> chosen, Map<String, Set<String>> missing) {
    chosen.add(path);
    Set<String> shown = Set.copyOf(missing.get(path));
    missing.values().forEach(parts -> parts.removeAll(shown));
  }

  private static Set<String> parts(Document page) {
    return page.getAllElements().stream()
        .flatMap(
            element ->
                element.classNames().isEmpty()
                    ? Stream.of(element.tagName())
                    : element.classNames().stream().map(name -> element.tagName() + "." + name))
        .collect(Collectors.toSet());
  }
}
