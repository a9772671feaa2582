package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the checks did not find, here because only the theme makes it personal, leaves the item out
 * whose page shows it, and the others go on.
 */
class LastDoorTest {

  private static final String LEAK =
      "{% if page.title contains 'ebra' %}<p>sam@zebra.example</p>{% endif %}";

  private final SiteTree.Collector sink = new SiteTree.Collector();

  @Test
  void aLeakingNoteIsLeftOutOfPagesListsAndFeedsAndTheOthersGoOn() throws Exception {
    Built built = build("default", LEAK);

    NavigableMap<String, byte[]> files = sink.tree().files();
    assertThat(files).containsKeys("weeknotes/heron/index.html", "topics/1/index.html");
    assertThat(everything()).contains("heron").doesNotContain("Zebra", "zebra", "sam@");
    assertThat(built.pages())
        .isEqualTo((int) files.keySet().stream().filter(path -> path.endsWith(".html")).count());
  }

  @Test
  void problemsNameWhatWasLeftOutAndRepeatNothing() throws Exception {
    assertThat(build("default", LEAK).problems())
        .extracting(Problem::toString)
        .containsExactly(
            problem("topic 2", "topic"),
            problem("research/weeknotes/2026-11-06-zebra.md:1", "note"));
  }

  @Test
  void nothingIsLeftOutWhereNothingLeaks() throws Exception {
    Built built = build("default", "");

    assertThat(built.problems()).isEmpty();
    assertThat(everything()).contains("heron", "Zebra");
  }

  @Test
  void aPageOfNoSingleItemRefusesItsTreeAndNothingIsWritten() {
    assertThatThrownBy(() -> build("home", "<p>sam@zebra.example</p>"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the page index.html would show an e-mail address, so nothing is published");
    assertThat(sink.tree().files()).isEmpty();
  }

  @Test
  void aThemeThatLeaksOnEachPageIsNotPublishedEmpty() {
    assertThatThrownBy(() -> build("default", "<p>sam@zebra.example</p>"))
        .isInstanceOf(ProblemException.class);
    assertThat(sink.tree().files()).isEmpty();
  }

  private static String problem(String where, String item) {
    return where
        + ": the finished page of this "
        + item
        + " would show an e-mail address, so it is left out of everything. Look at what the page"
        + " joins from others, take it out, and report this: a check should have found it"
        + " earlier.";
  }

  private Built build(String layout, String html) throws Exception {
    Checker.Result result =
        new Illustration()
            .topic(1, "A heron", "Text.")
            .topic(2, "Zebra crossings", "Text.")
            .note("weeknotes/2026-11-06-zebra.md", "Zebra.\n")
            .note("weeknotes/2026-11-13-heron.md", "Heron.\n")
            .check();
    return SiteBuilder.build(result.research(), theme(layout, html), new Tree.Working(true), sink);
  }

  private static Theme theme(String layout, String html) throws Exception {
    NavigableMap<String, byte[]> files = new TreeMap<>(Theme.bundled().files());
    String path = "_layouts/" + layout + ".html";
    String text = new String(files.get(path), StandardCharsets.UTF_8);
    String changed =
        text.contains("</main>") ? text.replace("</main>", html + "</main>") : text + html;
    files.put(path, changed.getBytes(StandardCharsets.UTF_8));
    return new Theme(files);
  }

  private String everything() {
    return sink.tree().files().entrySet().stream()
        .filter(file -> file.getKey().matches(".*[.](?:html|xml|json)"))
        .map(file -> file.getKey() + "\n" + new String(file.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
