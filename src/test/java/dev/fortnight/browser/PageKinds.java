package dev.fortnight.browser;

import dev.fortnight.PublishedSite;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The pages to look at when not all can be: from each tree of a site as few as show every layout,
 * every element and every class of it. A new kind of page, or a new part of one, is among them by
 * itself.
 */
final class PageKinds {

  private static final Pattern TREE = Pattern.compile("(editions/\\d+/|working/|)(.*)");

  private PageKinds() {}

  /** Their addresses under the site's root. */
  static List<String> of(PublishedSite site) {
    Map<String, Map<String, Document>> trees = new TreeMap<>();
    Set<String> bodies = new HashSet<>();
    site.pages()
        .forEach(
            (path, page) -> {
              if (bodies.add(page.body().html())) {
                trees.computeIfAbsent(tree(path), tree -> new TreeMap<>()).put(path, page);
              }
            });
    return trees.values().stream()
        .flatMap(pages -> fewest(pages).stream())
        .map(path -> path.replaceFirst("(^|/)index\\.html$", "$1"))
        .toList();
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
              if (tree(path).isEmpty() && parts(page).size() > shows.getOrDefault(name, 0)) {
                named.put(name, address);
                shows.put(name, parts(page).size());
              }
            });
    return named;
  }

  private static String tree(String path) {
    Matcher matcher = TREE.matcher(path);
    matcher.matches();
    return matcher.group(1);
  }

  /** Takes the page that shows most of what is still missing, until nothing is. */
  private static Collection<String> fewest(Map<String, Document> pages) {
    Map<String, Set<String>> missing = new TreeMap<>();
    pages.forEach((path, page) -> missing.put(path, parts(page)));
    Collection<String> chosen = new TreeSet<>();
    while (true) {
      String richest =
          missing.keySet().stream()
              .max(Comparator.comparingInt(path -> missing.get(path).size()))
              .orElseThrow();
      Set<String> shown = Set.copyOf(missing.get(richest));
      if (shown.isEmpty()) {
        return chosen;
      }
      chosen.add(richest);
      missing.values().forEach(parts -> parts.removeAll(shown));
    }
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
