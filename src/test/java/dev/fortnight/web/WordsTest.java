package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.Dossier;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.cycle.Step;
import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.ItemState;
import dev.fortnight.note.NoteKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path CODE = Path.of("src/main/java/dev/fortnight/web");

  /** What is typed and what the product is called; these are the same in every language. */
  private static final List<String> NO_WORDING =
      List.of("fortnight sign-in", "fortnight cycle run", "Fortnight");

  /** What such a key ends with is a name of the code, or of a folder. */
  private static final Set<String> COMPOSED =
      Set.of(
          "checklist.kind.",
          "dossier.place.",
          "item.evidence.",
          "item.open.",
          "kind.",
          "notes.consent.",
          "notes.one.",
          "progress.",
          "topic.moved.");

  private static final Pattern QUTE = Pattern.compile("\\{\\|.*?\\|}|\\{[^{}]*}", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SAID_BY_TAGS =
      Pattern.compile("\\b(?:alt|aria-label|data-trouble|placeholder|title)=\"([^\"]*)\"");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}.*");

  private static final Pattern IN_TEMPLATES = Pattern.compile("words\\.(?:text|with)\\('([^']*)'");
  private static final Pattern IN_CODE =
      Pattern.compile("(?<!@Path\\()\"([a-z]+\\.(?!(?:css|js)\")[a-z_.-]*)\"");

  @Test
  void noTemplateHoldsWordsOfItsOwn() throws IOException {
    assertThat(files(TEMPLATES).flatMap(WordsTest::ownWords).toList()).isEmpty();
  }

  @Test
  void everyTextThatTemplatesAskForIsThere() throws IOException {
    assertThat(found(TEMPLATES, IN_TEMPLATES)).isSubsetOf(texts().stringPropertyNames());
  }

  @Test
  void everyTextThatCodeAsksForIsThere() throws IOException {
    Set<String> there = texts().stringPropertyNames();
    Set<String> groups = there.stream().map(WordsTest::group).collect(Collectors.toSet());

    assertThat(
            found(CODE, IN_CODE).stream()
                .filter(key -> groups.contains(group(key)))
                .filter(key -> !there.contains(key) && !isCounted(key, there)))
        .isSubsetOf(COMPOSED);
  }

  @Test
  void everyNameThatEndsAKeyHasItsText() {
    assertThat(
            Stream.of(
                    names("checklist.kind.", Checklist.Kind.values()),
                    names("checklist.kind.", Checklist.Kind.values()).map(kind -> kind + ".holds"),
                    names("dossier.place.", Dossier.Kind.values()),
                    names("item.evidence.", ResearchGraph.Stance.values()),
                    names("item.open.", ItemState.Why.values()),
                    names("notes.one.", NoteKind.values()),
                    Stream.of(NoteKind.values()).map(kind -> "kind." + kind.folder()))
                .flatMap(keys -> keys))
        .allSatisfy(key -> assertThat(Words.say(key)).isNotEmpty());
  }

  @Test
  void everyStepHasItsSentence() {
    assertThat(Step.values())
        .allSatisfy(step -> assertThat(ProgressResource.sentence(step)).endsWith("."));
  }

  @Test
  void everyTextIsAskedFor() throws IOException {
    Set<String> used = found(TEMPLATES, IN_TEMPLATES);
    used.addAll(found(CODE, IN_CODE));

    assertThat(texts().stringPropertyNames()).filteredOn(key -> !isUsed(key, used)).isEmpty();
  }

  @Test
  void noTextHoldsMarkup() throws IOException {
    assertThat(texts().values()).noneMatch(text -> text.toString().matches(".*[<>&].*"));
  }

  @Test
  void aCountMayStandBehindOtherValues() {
    assertThat(Words.count("dossier.alike", 1, "Mayor"))
        .isEqualTo("Mayor. One other participant is described so.");
    assertThat(Words.count("dossier.alike", 3, "Mayor"))
        .isEqualTo("Mayor. 3 other participants are described so.");
  }

  @Test
  void aTextThatIsMissingIsAnError() {
    assertThatThrownBy(() -> Words.say("nav.nowhere"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no wording nav.nowhere");
  }

  /** What a reader would see, or hear, of a file that came from nowhere else. */
  private static Stream<String> ownWords(Path file) {
    String markup = QUTE.matcher(text(file)).replaceAll("");
    String shown = TAG.matcher(markup).replaceAll("\n");
    return Stream.concat(
            SAID_BY_TAGS.matcher(markup).results().map(said -> said.group(1)), shown.lines())
        .map(WordsTest::withoutNames)
        .flatMap(line -> LETTERS.matcher(line).results())
        .map(words -> file.getFileName() + ": " + words.group());
  }

  private static String withoutNames(String line) {
    String rest = line;
    for (String name : NO_WORDING) {
      rest = rest.replace(name, "");
    }
    return rest;
  }

  private static String group(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Stream<String> names(String prefix, Enum<?>[] values) {
    return Stream.of(values).map(value -> prefix + value.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isCounted(String key, Set<String> there) {
    return there.contains(key + ".one") && there.contains(key + ".many");
  }

  private static boolean isUsed(String key, Set<String> used) {
    return used.contains(key)
        || used.contains(key.replaceFirst("\\.(one|many)$", ""))
        || COMPOSED.stream().anyMatch(prefix -> used.contains(prefix) && key.startsWith(prefix));
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    texts.load(Files.newBufferedReader(Path.of("src/main/resources/pages/en.properties")));
    return texts;
  }

  private static Set<String> found(Path folder, Pattern key) throws IOException {
    return files(folder)
        .map(WordsTest::text)
        .flatMap(text -> key.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
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
