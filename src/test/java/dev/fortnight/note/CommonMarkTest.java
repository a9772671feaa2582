package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples of CommonMark 0.28, which flexmark follows, through what notes pass through.
 * Where Fortnight means to differ, {@code commonmark-deviations.txt} says why.
 */
class CommonMarkTest {

  private static final Path DEVIATIONS =
      Path.of("src/test/resources/spec/commonmark-deviations.txt");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^`{32} example\\n(.*?)^\\.\\n(.*?)^`{32}$");

  private record Example(int number, String markdown, String html) {}

  @TestFactory
  Stream<DynamicTest> onlyListedExamplesComeOutOtherwise() throws IOException {
    Map<Integer, String> deviations = deviations();
    return examples()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    "example " + example.number(),
                    () -> compare(example, Optional.ofNullable(deviations.get(example.number())))));
  }

  private static void compare(Example example, Optional<String> reason) {
    String expected = normalised(example.html());
    String actual = normalised(rendered(example.markdown()));
    if (reason.isPresent()) {
      assertThat(actual)
          .as("no longer deviates (%s), so take it out of %s", reason.get(), DEVIATIONS)
          .isNotEqualTo(expected);
    } else {
      assertThat(actual).as(example.markdown()).isEqualTo(expected);
    }
  }

  private static String rendered(String markdown) {
    try {
      return new FlexmarkMarkdown()
          .render(markdown, 1)
          .prose()
          .html(link -> Optional.of(link.target().replace("&", "&amp;").replace("\"", "&quot;")));
    } catch (Markdown.TooComplexException e) {
      return "refused";
    }
  }

  /** What differs only in white space between blocks or in how characters are written is equal. */
  private static String normalised(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    for (Element element : document.body().getAllElements()) {
      boolean isVerbatim = element.closest("pre") != null;
      for (TextNode text : element.textNodes()) {
        boolean isBetweenBlocks =
            text.isBlank() && (isBlock(text.previousSibling()) || isBlock(text.nextSibling()));
        if (!isVerbatim) {
          text.text(isBetweenBlocks ? "" : text.getWholeText().replaceAll("\\s*\\n\\s*", "\n"));
        }
      }
    }
    return document.body().html().strip();
  }

  private static boolean isBlock(Node node) {
    return node == null || node instanceof Element element && element.isBlock();
  }

  private static Stream<Example> examples() throws IOException {
    String text;
    try (InputStream in = CommonMarkTest.class.getResourceAsStream("/spec.0.28.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    AtomicInteger number = new AtomicInteger();
    return EXAMPLE.matcher(text).results().map(found -> example(number.incrementAndGet(), found));
  }

  private static Example example(int number, MatchResult found) {
    return new Example(
        number, found.group(1).replace('→', '\t'), found.group(2).replace('→', '\t'));
  }

  /** By number, with the reason that stands above it. */
  private static Map<Integer, String> deviations() throws IOException {
    Map<Integer, String> deviations = new LinkedHashMap<>();
    String reason = "";
    for (String line : Files.readAllLines(DEVIATIONS)) {
      if (line.startsWith("## ")) {
        reason = line.substring(3);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        for (String number : line.strip().split("\\s+")) {
          assertThat(deviations.put(Integer.valueOf(number), reason)).isNull();
        }
      }
    }
    return deviations;
  }
}
