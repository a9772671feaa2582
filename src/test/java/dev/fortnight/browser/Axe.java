package dev.fortnight.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, which looks for what breaks WCAG 2.2 at level AA on a page as it is shown. */
public final class Axe {

  private static final String SOURCE = source();

  /** Each violation is one line: the rule, the element, what is wrong with it. */
  private static final String RUN =
      """
      async tags => {
        const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
        return found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ': ' + node.target + ': ' + node.failureSummary.replace(/\\s+/g, ' ')));
      }
      """;

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Axe() {}

  /** What is wrong with the page that stands in the browser, as it is now. */
  public static List<String> violations(Page page) {
    return violations(page, WCAG);
  }

  /** The same, by the rules only that look at colours. */
  static List<String> violationsOfColour(Page page) {
    return violations(page, List.of("cat.color"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> violations(Page page, List<String> tags) {
    if (!(boolean) page.evaluate("typeof axe === 'object'")) {
      page.evaluate(SOURCE);
    }
    return (List<String>) page.evaluate(RUN, tags);
  }

  private static String source() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
