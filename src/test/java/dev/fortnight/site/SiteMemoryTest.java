package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.check.Snapshot;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** A tree that is built again: what is handed over to be searched and written once more. */
class SiteMemoryTest {

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
    public void file(String path, byte[] bytes) {}

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
}
