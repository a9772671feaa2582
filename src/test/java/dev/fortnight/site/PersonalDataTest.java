package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.privacy.Participant;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name and a number leave no trace in a tree, wherever somebody has written them. */
class PersonalDataTest {

  private static final List<String> TRACES = List.of("zanzibaricanary", "900123", "900 123");
  private static final String NOTE = "weeknotes/2026-11-13-week-2.md";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We met Jane Zanzibaricanary.",
        "We met J\u0430ne Zanzi**bari**canary.",
        "We met Ms Z. Call 07700 900123.",
        "We met J. Zanzibaricanary.",
        "---\ntitle: With Jane Zanzibaricanary\n---\nText.",
        "---\ndescription: Ring 07700 900123\n---\nText.",
        "---\ntags: [jane-zanzibaricanary]\n---\nText.",
        "---\nauthor: Jane Zanzibaricanary\n---\nText.",
        "![Jane Zanzibaricanary](../media/a.png)",
        "[here](https://example.org/jane-zanzibaricanary)",
        "[here](mailto:jane@zanzibaricanary.example)",
        "[here](tel:+447700900123)",
        "Text.[^1]\n\n[^1]: Jane Zanzibaricanary.",
        "Text. <!-- Jane Zanzibaricanary -->",
        "`jane.zanzibaricanary`",
        "Text.\n{: #jane-zanzibaricanary}",
      })
  void aNoteThatNamesSomebodyLeavesNone(String text) {
    Checker.Result result = programme().note(NOTE, text + "\n").check();

    assertThat(result.research().note(NOTE)).isEmpty();
    assertNoTrace(result);
    assertThat(problems(result)).isNotEmpty().allSatisfy(PersonalDataTest::assertClean);
  }

  @Test
  void aFileNameLeavesNone() {
    String path = "weeknotes/2026-11-13-jane-zanzibaricanary.md";
    Checker.Result result = programme().note(path, "Text.\n").check();

    assertThat(result.research().note(path)).isEmpty();
    assertNoTrace(result);
    assertThat(result.problems())
        .extracting(problem -> problem.what() + problem.remedy())
        .isNotEmpty()
        .allSatisfy(PersonalDataTest::assertClean);
  }

  @Test
  void aDefaultOfTheConfigurationLeavesNone() {
    byte[] yaml =
        "defaults:\n- {scope: {path: ''}, values: {author: Jane Zanzibaricanary}}\n"
            .getBytes(StandardCharsets.UTF_8);
    Checker.Result result =
        programme().configuration(NoteConfiguration.of(yaml)).note(NOTE, "Text.\n").check();

    assertThat(result.research().note(NOTE)).isEmpty();
    assertNoTrace(result);
    assertThat(problems(result)).isNotEmpty().allSatisfy(PersonalDataTest::assertClean);
  }

  @Test
  void aTopicLeavesNone() {
    Checker.Result result =
        programme()
            .topic(7, "What does Jane Zanzibaricanary think?", "Text.")
            .topic(8, "Who can be asked?", "Ring 07700 900123.")
            .check();

    assertThat(result.research().topics()).hasSize(1);
    assertNoTrace(result);
    assertThat(problems(result)).hasSize(2).allSatisfy(PersonalDataTest::assertClean);
  }

  @Test
  void aPageThatOnlyTheThemeMakesPersonalIsNotWritten() throws Exception {
    Theme theme = themeWith("<p>Ask sam@zanzibaricanary.example.</p>");
    SiteTree.Collector sink = new SiteTree.Collector();

    assertThatThrownBy(
            () -> SiteBuilder.build(programme().research(), theme, new Tree.Working(true), sink))
        .isInstanceOf(ProblemException.class)
        .hasMessageEndingWith("would show an e-mail address, so nothing is published")
        .satisfies(thrown -> assertClean(thrown.getMessage()));
    assertClean(everything(sink.tree()));
  }

  @Test
  void aThemeMayShowTheContactOfTheSite() throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();

    SiteBuilder.build(
        programme().research(),
        themeWith("<p>Ask team@example.org.</p>"),
        new Tree.Working(true),
        sink);

    assertThat(everything(sink.tree())).contains("team@example.org");
  }

  private static Theme themeWith(String html) throws Exception {
    NavigableMap<String, byte[]> files = new TreeMap<>(Theme.bundled().files());
    String layout = new String(files.get("_layouts/default.html"), StandardCharsets.UTF_8);
    files.put(
        "_layouts/default.html",
        layout.replace("</main>", html + "</main>").getBytes(StandardCharsets.UTF_8));
    return new Theme(files);
  }

  private static Illustration programme() {
    return new Illustration()
        .register(
            new Register(
                List.of(
                    new Participant(
                        "P07",
                        "Jane Zanzibaricanary",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()))))
        .topic(1, "A topic", "Text.")
        .note("assumptions/a.md", "An assumption.");
  }

  private static Stream<String> problems(Checker.Result result) {
    return result.problems().stream().filter(Problem::holdsBack).map(Problem::toString);
  }

  private static void assertNoTrace(Checker.Result result) {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(result.research(), Theme.bundled(), new Tree.Working(true), sink);
    assertThat(sink.tree().files()).containsKeys("assumptions/a/index.html", "feed.xml");
    assertClean(everything(sink.tree()));
  }

  private static String everything(SiteTree tree) {
    StringBuilder all = new StringBuilder();
    tree.files()
        .forEach(
            (path, bytes) ->
                all.append(path)
                    .append('\n')
                    .append(new String(bytes, StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  private static void assertClean(String text) {
    for (String trace : TRACES) {
      assertThat(text.toLowerCase().contains(trace)).as(trace).isFalse();
    }
  }
}
