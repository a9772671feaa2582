package dev.fortnight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples in {@code src/test/resources/spec}. With {@code -Dspec=write} it prints each
 * example whose outcome differs, with what came instead, to be read and copied by hand.
 */
class SpecificationTest {

  private static final List<String> PAGES =
      List.of(
          "front-matter.md",
          "markdown.md",
          "addresses.md",
          "consent.md",
          "evidence.md",
          "data.md",
          "personal-data.md");

  private static final Pattern GUIDE_EXAMPLE =
      Pattern.compile("(?ms)^(`{3,})[a-z]*\\n(research/.*?)\\n\\1$");

  @TestFactory
  Stream<DynamicTest> eachExampleComesOutAsWritten() {
    return PAGES.stream()
        .flatMap(page -> SpecificationExample.of(page).stream())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.page() + ": " + example.name(), () -> compare(example)));
  }

  private static void compare(SpecificationExample example) {
    String actual = SpecifiedOutcome.of(example);
    if ("write".equals(System.getProperty("spec")) && !actual.equals(example.expected())) {
      System.out.println(
          "%s:%d %s%n%s%n.%n%s%n"
              .formatted(example.page(), example.line(), example.name(), example.source(), actual));
    }
    assertThat(actual)
        .as("%s:%d, %s", example.page(), example.line(), example.name())
        .isEqualTo(example.expected());
  }

  @Test
  void examplesInTheGuideStandInTheSpecification() throws IOException {
    String specification =
        String.join("\n", PAGES.stream().map(SpecificationExample::text).toList());

    assertThat(GUIDE_EXAMPLE.matcher(Files.readString(Path.of("docs/guide.md"))).results())
        .isNotEmpty()
        .allSatisfy(example -> assertThat(specification).contains("\n" + example.group(2) + "\n"));
  }
}
