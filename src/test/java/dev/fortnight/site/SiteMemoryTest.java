package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.check.Snapshot;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** A tree that is built again: what is handed over to be searched and written once more. */
class SiteMemoryTest {

  /** So many notes that their list is compared with the one before. */
  private static final int LONG = 1000;

  private static final String SESSION = "interviews/2026-11-10-clerk.md";
  private static final String FINDING = "findings/permits-wait.md";

  private final Illustration programme =
      new Illustration()
          .note(SESSION, session("A clerk", "We saw it."))
          .note(FINDING, finding("Permits wait"))
          .note("findings/nobody-answers.md", finding("Nobody answers"));
  private final PersonalDataPolicy policy = PersonalDataPolicy.of(Register.EMPTY);
  private final CheckMemory checks = new CheckMemory();
  private final SiteMemory memory = new SiteMemory();
  private final Theme theme = Theme.of(Path.of("."));
  private final Set<String> handedOver = new ConcurrentSkipListSet<>();
  private final Map<String, String> written = new ConcurrentHashMap<>();

  private static String session(String title, String text) {
    return "---\ntitle: "
        + title
        + "\nconsent: public\nparticipants: [P01]\n---\n"
        + "It took long.\n\n> I waited.\n{: #q1 .evidence}\n\n"
        + text
        + "\n";
  }

  private static String finding(String title) {
    return "---\ntitle: " + title + "\nevidence: [interviews/2026-11-10-clerk#q1]\n---\nThey do.\n";
  }

  /** Keeps copies, as one does that writes to a disk. */
  private final class Place implements KeepingSink {

    @Override
    public HeldFiles hold() {
      Map<String, byte[]> held = new ConcurrentHashMap<>();
      return new HeldFiles() {
        @Override
        public void put(String path, byte[] bytes) {
          handedOver.add(path);
          held.put(path, bytes);
        }

        @Override
        public byte[] get(String path) {
          return held.get(path).clone();
        }

        @Override
        public NavigableSet<String> paths() {
          return new TreeSet<>(held.keySet());
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void file(String path, byte[] bytes) {
      written.put(path, new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void kept(String path) {}
  }

  /** Looks for people as the snapshot before did. */
  private Snapshot snapshot() {
    Snapshot now = programme.snapshot();
    return new Snapshot(
        now.programme(),
        now.notes(),
        now.topics(),
        now.removed(),
        now.media(),
        policy,
        now.now(),
        now.scope(),
        now.isElsewhere());
  }

  private Built build() {
    return build(theme);
  }

  private Built build(Theme theme) {
    handedOver.clear();
    CheckedResearch research = Checker.check(snapshot(), checks).research();
    return SiteBuilder.update(research, theme, new Tree.Working(false), new Place(), memory);
  }

  private int made() {
    Built built = build();
    return built.pages() - built.reused();
  }

  @Test
  void nothingIsMadeTwice() {
    build();
    build();

    assertThat(made()).isZero();
    assertThat(handedOver)
        .noneMatch(path -> path.endsWith(".html"))
        .noneMatch(path -> path.startsWith("search/pages/") || path.startsWith("search/words/"))
        .doesNotContain("findings.json", "findings.csv", "feed.xml", "feed.json");
  }

  @Test
  void textIsMadeOnItsPageAlone() {
    build();
    programme.note(SESSION, session("A clerk", "We saw it twice."));

    assertThat(made()).isOne();
    assertThat(handedOver)
        .contains("interviews/clerk/index.html")
        .doesNotContain("findings.json", "findings.csv")
        .noneMatch(path -> path.startsWith("findings/"));
  }

  @Test
  void titleIsMadeWhereItShows() {
    build();
    programme.note(FINDING, finding("Permits wait for long"));
    build();

    assertThat(handedOver)
        .contains("findings/permits-wait/index.html", "findings/index.html", "findings.json")
        .contains("interviews/clerk/index.html")
        .doesNotContain("findings/nobody-answers/index.html");
  }

  @Test
  void titleIsMadeOnTheCardsThatNameIt() {
    String superseded =
        finding("Nobody answers").replace("---\nThey", "superseded-by: permits-wait\n---\nThey");
    programme.note("findings/nobody-answers.md", superseded);
    build();
    programme.note(FINDING, finding("Permits take a year"));
    build();

    assertThat(written.get("findings/index.html")).contains(": Permits take a year</p>");
  }

  @Test
  void whatOthersAreCalledIsNotInTheDataOfFindings() {
    build();
    programme.note(SESSION, session("A clerk in spring", "We saw it."));
    build();

    assertThat(handedOver)
        .contains("interviews/clerk/index.html", "interviews/index.html")
        .doesNotContain("findings.json", "findings.csv");
  }

  /** It is searched for what was not there before, however long it is. */
  @Test
  void longListWithSomebodyInItIsRefused() {
    Theme leaking = leaking();
    for (int i = 0; i < LONG; i++) {
      programme.note("weeknotes/2024-01-02-crane-" + i + ".md", weeknote("Crane " + i));
    }
    build(leaking);
    programme.note("weeknotes/2024-01-02-crane-300.md", weeknote("Heron"));
    build(leaking);
    assertThat(written.get("weeknotes/index.html")).contains(">Heron<");
    assertThat(memory.letThrough("weeknotes/index.html")).isPresent();
    programme.note("weeknotes/2024-01-02-crane-500.md", weeknote("Zebra"));

    assertThatThrownBy(() -> build(leaking))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("weeknotes/index.html would show an e-mail address");
  }

  private static String weeknote(String title) {
    return "---\ntitle: " + title + "\n---\n" + "They stood in the water. ".repeat(8) + "\n";
  }

  /** A mistake of a theme, which shows only with some titles. */
  private Theme leaking() {
    NavigableMap<String, byte[]> files = new TreeMap<>(theme.files());
    String include = new String(files.get("_includes/entry.html"), StandardCharsets.UTF_8);
    String mistake = "{% if include.item.title == 'Zebra' %}sam@zebra.example{% endif %}";
    String entry = "{{ include.item.title | escape }}";
    assertThat(include).contains(entry);
    String changed = include.replace(entry, entry + mistake);
    files.put("_includes/entry.html", changed.getBytes(StandardCharsets.UTF_8));
    return new Theme(files);
  }
}
