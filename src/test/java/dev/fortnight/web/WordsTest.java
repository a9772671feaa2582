package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Pattern USED =
      Pattern.compile(
          "(?:words\\.(?:text|with)\\('|\\bWords\\s*\\.(?:say|count)\\(\\s*(?:[\\w ().=]+\\? )?\"|topics\\(\"|: \"|\\? \")"
              + "([a-z]+\\.[a-z_.-]*)");

  @Test
  void everyTextThatPagesAskForIsThere() throws IOException {
    Set<String> there = texts();

    Set<String> groups = there.stream().map(WordsTest::group).collect(Collectors.toSet());

    assertThat(
            used().stream()
                .filter(key -> groups.contains(group(key)) && !isThere(key, there))
                .toList())
        .isEmpty();
  }

  @Test
  void everyStepHasItsSentence() {
    assertThat(Step.values())
        .allSatisfy(step -> assertThat(ProgressResource.sentence(step)).endsWith("."));
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> used = used();

    assertThat(texts().stream().filter(key -> !isUsed(key, used)).toList()).isEmpty();
  }

  private static String group(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  /** A key that ends with a full stop goes on with a word of the code. */
  private static boolean isThere(String key, Set<String> there) {
    return there.contains(key)
        || there.contains(key + ".one") && there.contains(key + ".many")
        || key.endsWith(".") && there.stream().anyMatch(text -> text.startsWith(key));
  }

  private static boolean isUsed(String text, Set<String> used) {
    return used.contains(text)
        || used.contains(text.replaceFirst("\\.(one|many)$", ""))
        || used.stream().anyMatch(key -> key.endsWith(".") && text.startsWith(key));
  }

  private static Set<String> texts() throws IOException {
    Properties texts = new Properties();
    texts.load(Files.newBufferedReader(Path.of("src/main/resources/pages/en.properties")));
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String folder :
        List.of("src/main/java/dev/fortnight/web", "src/main/resources/templates")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        used.addAll(
            files
                .filter(Files::isRegularFile)
                .map(WordsTest::text)
                .flatMap(text -> USED.matcher(text).results())
                .map((MatchResult found) -> found.group(1))
                .filter(key -> !key.endsWith(".html"))
                .collect(Collectors.toSet()));
      }
    }
    return used;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
