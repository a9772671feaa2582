package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says holds a requirement is there. */
class SecurityTableTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+)[^|]*\\|(?:[^|`]|`[^`]*`)*\\|([^|]*)\\|$");
  private static final Pattern NAMED = Pattern.compile("`(?:([A-Z]\\w+)\\.)?(\\w+)`");

  @Test
  void eachTestThatTheTableNamesExists() throws IOException {
    Map<String, String> classes = classes();
    List<String> rows =
        Files.readAllLines(Path.of("docs/security.md")).stream()
            .filter(line -> line.matches("\\| \\d.*"))
            .toList();
    List<String> missing = new ArrayList<>();
    for (String line : rows) {
      Matcher row = ROW.matcher(line);
      assertThat(row.matches()).as(line).isTrue();
      String of = "";
      Matcher named = NAMED.matcher(row.group(2));
      while (named.find()) {
        boolean isClass = named.group(1) == null && classes.containsKey(named.group(2));
        of = isClass ? named.group(2) : named.group(1) == null ? of : named.group(1);
        boolean isThere =
            isClass || classes.getOrDefault(of, "").contains(" " + named.group(2) + "(");
        if (!isThere) {
          missing.add(row.group(1) + " " + named.group());
        }
      }
    }
    assertThat(rows).hasSizeGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  private static Map<String, String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityTableTest::text,
                  String::concat));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
