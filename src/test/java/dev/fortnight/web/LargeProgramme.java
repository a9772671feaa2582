package dev.fortnight.web;

import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An illustrative programme of some two hundred notes with one edition, and twenty of them changed
 * since.
 */
record LargeProgramme(Path folder) {

  static final int CHANGED = 20;
  static final String NOW = "2026-11-27T14:30:00Z";

  private static final int SESSIONS = 60;
  private static final int QUOTES = 5;
  private static final int FINDINGS = 40;
  private static final int ASSUMPTIONS = 15;
  private static final int OTHERS = 42;
  private static final Instant FIRST_REVIEW = Instant.parse("2026-11-13T14:30:00Z");

  static LargeProgramme in(Path folder) throws IOException {
    LargeProgramme programme = new LargeProgramme(folder);
    SmallProgramme files = SmallProgramme.in(folder.resolve("programme"));
    files.describe("publish: {every: PT1S}\n");
    for (int i = 1; i <= SESSIONS; i++) {
      files.write(session(i) + ".md", interview(i));
    }
    for (int i = 1; i <= FINDINGS; i++) {
      files.write("findings/finding-" + i + ".md", finding(i, "first"));
    }
    for (int i = 1; i <= ASSUMPTIONS; i++) {
      files.write(
          "assumptions/assumption-" + i + ".md",
          "---\ntitle: Councils share when reason " + i + " holds\n---\n" + prose(3, i));
    }
    for (int i = 1; i <= OTHERS; i++) {
      files.write("pages/page-" + i + ".md", "---\ntitle: Page " + i + "\n---\n" + prose(6, i));
      files.write(
          "weeknotes/2026-11-13-week-" + i + ".md",
          "---\ntitle: Week of strand " + i + "\n---\n" + prose(5, i));
    }
    programme.touch("first");
    programme.touchInternally("first");
    try (Database database = Database.open(programme.data())) {
      files.signOff(database, Clock.fixed(FIRST_REVIEW, ZoneOffset.UTC));
    }
    for (int i = 1; i <= CHANGED; i++) {
      files.write("findings/finding-" + i + ".md", finding(i, "second"));
    }
    return programme;
  }

  Path programme() {
    return folder.resolve("programme");
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Changes an item that is published. */
  void touch(String word) throws IOException {
    new SmallProgramme(programme())
        .write("pages/touched.md", "---\ntitle: Touched\n---\nA " + word + ".\n");
  }

  /** Changes a note that nobody reviews. */
  void touchInternally(String word) throws IOException {
    new SmallProgramme(programme())
        .write(
            "interviews/2026-11-10-internal.md",
            "---\ntitle: Not for readers\nconsent: internal\nmethod: interview\n"
                + "participants: [P01]\n---\nA "
                + word
                + ".\n");
  }

  private static String session(int number) {
    return "interviews/2026-11-%02d-session-%d".formatted(2 + number % 10, number);
  }

  private static String interview(int number) {
    String quotes =
        IntStream.rangeClosed(1, QUOTES)
            .mapToObj(
                i ->
                    "> We would share reason %d of %d if somebody answered the phone.\n{: #q%d .evidence supports=\"assumption-%d\"}\n\n"
                        .formatted(i, number, i, 1 + (number + i) % ASSUMPTIONS))
            .collect(Collectors.joining());
    return """
        ---
        title: A session with a clerk, the %d. of its kind
        consent: public
        method: interview
        participants: [P%02d]
        role: Clerk
        council: district council
        ---
        %s
        %s
        """
        .formatted(number, number, prose(10, number), quotes);
  }

  private static String finding(int number, String word) {
    String evidence =
        IntStream.rangeClosed(1, QUOTES)
            .mapToObj(i -> session(1 + (number * QUOTES + i) % SESSIONS) + "#q" + i)
            .collect(Collectors.joining(", "));
    return "---\ntitle: Reason %d decides whether councils share\nevidence: [%s]\n---\nOn a %s look. %s"
        .formatted(number, evidence, word, prose(8, number));
  }

  /** A paragraph of some sixty words each. */
  private static String prose(int paragraphs, int seed) {
    return IntStream.range(0, paragraphs)
        .mapToObj(
            i ->
                "In strand %d they told us how a change is made, who hears of it and what it costs. "
                        .formatted(seed + i)
                    + "Most had read of the same thing elsewhere, and few had asked there. "
                    + "The team writes down what it learns and looks at it again every other week, "
                    + "so that what was wrong is put right before somebody else relies on it.\n\n")
        .collect(Collectors.joining());
  }
}
