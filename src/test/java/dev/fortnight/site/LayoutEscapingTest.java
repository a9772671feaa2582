package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** liqp escapes nothing by itself, so every output in a layout does, or is known to be safe. */
class LayoutEscapingTest {

  private static final Pattern OUTPUT = Pattern.compile("\\{\\{-?(.*?)-?}}", Pattern.DOTALL);

  /** HTML and JSON that are safe already, addresses that the build makes, and numbers. */
  private static final Pattern SAFE =
      Pattern.compile(
          "content|include\\.item\\.html|page\\.linked_data|(?:page|include)\\.root|page\\.approved_url"
              + "|[a-z_.]+\\.url|[a-z_.]*\\.?number|[a-z_.]+\\.count|[a-z_.]+\\.marks");

  @Test
  void everyOutputOfTheThemeIsEscapedOrKnownToBeSafe() throws Exception {
    assertThat(unescaped(Theme.bundled().files())).isEmpty();
  }

  /** So that what an include is told leads to the root is safe where it puts it out as it is. */
  @Test
  void includesAreToldTheRootOfThePageAlone() {
    assertThat(Theme.bundled().templates().values())
        .allSatisfy(
            template ->
                assertThat(new String(template, StandardCharsets.UTF_8))
                    .doesNotContainPattern("\\broot=(?!(?:page|include)\\.root\\b)"));
  }

  @Test
  void anOutputThatIsNotEscapedIsFound() {
    assertThat(
            unescaped(
                new TreeMap<>(
                    Map.of(
                        "_layouts/a.html",
                            bytes("{{ page.title }} {{- page.x | escape | upcase -}}"),
                        "_includes/b.html",
                            bytes("{{ page.title | escape }}{{ item.url }}{{page.html}}")))))
        .containsExactly(
            "_includes/b.html: page.html",
            "_layouts/a.html: page.title",
            "_layouts/a.html: page.x | escape | upcase");
  }

  private static List<String> unescaped(NavigableMap<String, byte[]> files) {
    List<String> unescaped = new ArrayList<>();
    files.forEach(
        (file, bytes) -> {
          Matcher output = OUTPUT.matcher(new String(bytes, StandardCharsets.UTF_8));
          while (file.endsWith(".html") && output.find()) {
            String expression = output.group(1).strip();
            if (!expression.matches("(?s).*\\|\\s*escape") && !SAFE.matcher(expression).matches()) {
              unescaped.add(file + ": " + expression);
            }
          }
        });
    return unescaped;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
