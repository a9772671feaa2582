package dev.fortnight.edition;

import dev.fortnight.site.SiteTree;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the pages of a tree as they were built, and says what would be in a reader's way: links
 * within the tree that lead nowhere, and what WCAG 2.2 asks of HTML that can be told without a
 * browser. What leads out of the tree is not looked for.
 */
final class PreviewCheck {

  private static final String ROOT = "https://tree.invalid/a/b/";
  private static final String TARGETS = "a[href], area[href], link[href], [src]";

  private final Map<String, byte[]> files;
  private final Map<String, Set<String>> ids = new TreeMap<>();
  private final Map<String, Set<String>> links = new TreeMap<>();
  private final Set<Fault> faults = new LinkedHashSet<>();

  /**
   * Something that would be in a reader's way.
   *
   * @param page its file in the tree
   * @param what without a full stop
   */
  record Fault(Checklist.Kind kind, String page, String what) {}

  private PreviewCheck(SiteTree tree) {
    this.files = tree.files();
  }

  /** By page. */
  static List<Fault> faults(SiteTree tree) {
    PreviewCheck check = new PreviewCheck(tree);
    check.files.forEach(
        (path, bytes) -> {
          if (path.endsWith(".html")) {
            check.read(path, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), ROOT + path));
          }
        });
    check.links.forEach((page, targets) -> targets.forEach(target -> check.follow(page, target)));
    return List.copyOf(check.faults);
  }

  private void read(String page, Document document) {
    Set<String> named = new HashSet<>();
    for (Element element : document.select("[id]")) {
      if (!named.add(element.id())) {
        inTheWay(page, "two places of the page have the same id");
      }
    }
    document.select("a[name]").forEach(anchor -> named.add(anchor.attr("name")));
    ids.put(page, named);
    Set<String> targets = new LinkedHashSet<>();
    for (Element element : document.select(TARGETS)) {
      targets.add(element.absUrl(element.hasAttr("src") ? "src" : "href"));
    }
    links.put(page, targets);
    if (document.select("meta[http-equiv=refresh]").isEmpty()) {
      structure(page, document);
    }
  }

  private void structure(String page, Document document) {
    if (document.select("html").attr("lang").isBlank()) {
      inTheWay(page, "the page does not say which language it is in");
    }
    if (document.title().isBlank()) {
      inTheWay(page, "the page has no title");
    }
    if (!document.select("img:not([alt])").isEmpty()) {
      inTheWay(page, "an image has no alternative text");
    }
    if (document.select("a[href]").stream().anyMatch(PreviewCheck::isSilent)) {
      inTheWay(page, "a link has no words");
    }
    if (document.select("table").stream().anyMatch(table -> table.select("th").isEmpty())) {
      inTheWay(page, "a table has no header cells");
    }
    headings(page, document);
  }

  /** A link that is hidden from readers of the screen has no need of words. */
  private static boolean isSilent(Element link) {
    boolean isHidden = link.closest("[aria-hidden=true], [hidden]") != null;
    boolean isNamed =
        link.hasText()
            || !link.attr("aria-label").isBlank()
            || link.hasAttr("aria-labelledby")
            || link.select("img[alt], svg[aria-label]").stream()
                .anyMatch(image -> !(image.attr("alt") + image.attr("aria-label")).isBlank())
            || !link.select("svg title").isEmpty();
    return !isHidden && !isNamed;
  }

  private void headings(String page, Document document) {
    List<Integer> levels = new ArrayList<>();
    document
        .select("h1, h2, h3, h4, h5, h6")
        .forEach(heading -> levels.add(heading.tagName().charAt(1) - '0'));
    if (!levels.contains(1)) {
      inTheWay(page, "the page has no heading of the first level");
    }
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i) > levels.get(i - 1) + 1) {
        inTheWay(page, "a heading skips a level");
      }
    }
  }

  private void inTheWay(String page, String what) {
    faults.add(new Fault(Checklist.Kind.ACCESSIBILITY, page, what));
  }

  private void follow(String page, String target) {
    if (!target.startsWith(ROOT)) {
      return;
    }
    String[] parts = parts(target);
    Optional<String> file = file(parts[0]);
    if (file.isEmpty()) {
      faults.add(new Fault(Checklist.Kind.LINKS, page, "a link leads to nothing in the edition"));
      return;
    }
    Set<String> places = ids.get(file.get());
    if (!parts[1].isEmpty() && places != null && !places.contains(parts[1])) {
      faults.add(
          new Fault(Checklist.Kind.LINKS, page, "a link leads to a place that is not on its page"));
    }
  }

  private Optional<String> file(String path) {
    String whole = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    return files.containsKey(whole) ? Optional.of(whole) : Optional.empty();
  }

  /** The path within the tree and the fragment, both decoded. */
  private static String[] parts(String target) {
    try {
      URI uri = new URI(target);
      String fragment = Optional.ofNullable(uri.getFragment()).orElse("");
      return new String[] {uri.getPath().substring("/a/b/".length()), fragment};
    } catch (URISyntaxException e) {
      // a browser takes what is no address in the strict sense as it is
      String[] raw = target.substring(ROOT.length()).split("#", 2);
      return new String[] {raw[0], raw.length > 1 ? raw[1] : ""};
    }
  }
}
