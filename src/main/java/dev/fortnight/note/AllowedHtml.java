package dev.fortnight.note;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements and attributes that a note's text may have on a page; nothing else gets through. */
final class AllowedHtml {

  /**
   * What carries the place of a link or heading from the parser to {@link SafeHtml}, which takes it
   * out.
   */
  static final String PLACE = "data-place";

  /** What the address of a link may begin with. */
  static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\p{Pc}:.-]{1,300}");

  /** Classes that the theme knows; all others are the author's business elsewhere. */
  private static final Set<String> CLASSES =
      Set.of("evidence", "footnotes", "footnote-ref", "footnote-backref", "task-list-item");

  private static final String ELEMENTS =
      """
      p div span br hr section h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code
      em strong i b u del ins s sub sup small q cite abbr kbd samp var mark
      table caption thead tbody tfoot tr th td figure figcaption details summary a img
      """;

  static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(ELEMENTS.strip().split("\\s+"))
          .allowWithoutAttributes("span", "a", "img")
          .allowUrlProtocols(SCHEMES.toArray(String[]::new))
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(Pattern.compile("[0-9]{1,4}"))
          .onElements("img")
          .allowAttributes(PLACE)
          .matching(LinkLines.STATEMENT)
          .onElements("a", "img", "h1", "h2", "h3", "h4", "h5", "h6")
          .allowAttributes("title", "lang", "dir")
          .globally()
          .allowAttributes("id")
          .matching(ID)
          .globally()
          .allowAttributes("class")
          .matching(AllowedHtml::ownClasses)
          .globally()
          .allowAttributes("colspan", "rowspan")
          .matching(Pattern.compile("[0-9]{1,3}"))
          .onElements("td", "th")
          .allowAttributes("align")
          .matching(Pattern.compile("left|right|center"))
          .onElements("td", "th")
          .allowAttributes("start")
          .matching(Pattern.compile("[0-9]{1,9}"))
          .onElements("ol")
          .toFactory();

  private AllowedHtml() {}

  private static String ownClasses(String element, String attribute, String value) {
    String kept =
        Arrays.stream(value.split("\\s+"))
            .filter(CLASSES::contains)
            .distinct()
            .collect(Collectors.joining(" "));
    return kept.isEmpty() ? null : kept;
  }
}
