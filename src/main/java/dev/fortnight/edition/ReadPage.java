package dev.fortnight.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself.
 *
 * @param ids the places on it that links may lead to
 * @param targets where its links lead, absolute below {@link #ROOT}
 * @param inTheWay what would be in a reader's way, each without a full stop
 */
record ReadPage(Set<String> ids, Set<String> targets, Set<String> inTheWay) {

  /** Where a tree is thought to stand while its links are followed. */
  static final String ROOT = "https://tree.invalid/a/b/";

  private static final String TARGETS = "a[href], area[href], link[href], [src]";

  /**
   * @param page its file in the tree
   * @param bytes HTML in UTF-8
   */
  static ReadPage of(String page, byte[] bytes) {
    String html = new String(bytes, StandardCharsets.UTF_8);
    return of(Jsoup.parse(html, ROOT + page));
  }

  private static ReadPage of(Document document) {
    ReadPage page = new ReadPage(new HashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    Set<String> named = page.ids();
    for (Element element : document.select("[id]")) {
      if (!named.add(element.id())) {
        page.inTheWay().add("two places of the page have the same id");
      }
    }
    document.select("a[name]").forEach(anchor -> named.add(anchor.attr("name")));
    for (Element element : document.select(TARGETS)) {
      page.targets().add(element.absUrl(element.hasAttr("src") ? "src" : "href"));
    }
    if (document.select("meta[http-equiv=refresh]").isEmpty()) {
      page.structure(document);
    }
    return page;
  }

  private void structure(Document document) {
    if (document.select("html").attr("lang").isBlank()) {
      inTheWay.add("the page does not say which language it is in");
    }
    if (document.title().isBlank()) {
      inTheWay.add("the page has no title");
    }
    if (!document.select("img:not([alt])").isEmpty()) {
      inTheWay.add("an image has no alternative text");
    }
    if (document.select("a[href]").stream().anyMatch(ReadPage::isSilent)) {
      inTheWay.add("a link has no words");
    }
    if (document.select("table").stream().anyMatch(table -> table.select("th").isEmpty())) {
      inTheWay.add("a table has no header cells");
    }
    headings(document);
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

  private void headings(Document document) {
    List<Integer> levels = new ArrayList<>();
    document
        .select("h1, h2, h3, h4, h5, h6")
        .forEach(heading -> levels.add(heading.tagName().charAt(1) - '0'));
    if (!levels.contains(1)) {
      inTheWay.add("the page has no heading of the first level");
    }
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i) > levels.get(i - 1) + 1) {
        inTheWay.add("a heading skips a level");
      }
    }
  }
}
