package dev.fortnight.cycle;

import dev.fortnight.announce.Outbox;
import dev.fortnight.check.CheckMemory;
import dev.fortnight.edition.Editions;
import dev.fortnight.privacy.Register;
import dev.fortnight.site.Theme;
import dev.fortnight.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An illustrative programme of two notes, in a folder for tests to write to. */
public record SmallProgramme(Path folder) {

  public static final String FINDING = "findings/phones-matter.md";
  public static final String SESSION = "interviews/2026-11-10-clerk.md";

  private static final String DESCRIPTION =
      """
      title: Shared software
      summary: "Who shares?"
      language: en-GB
      cycle: {first: 2026-11-02, length: P14D, zone: Europe/London, review: "FRI 14:00", open-call: "WED 16:00"}
      site: {url: "https://example.org/shared/"}
      """;

  private static final String AT_ONCE = "review: {undo: PT0S}\n";

  /** Writes the programme anew. */
  public static SmallProgramme in(Path folder) throws IOException {
    SmallProgramme programme = new SmallProgramme(folder);
    programme.describe("");
    programme.write(FINDING, finding("Somebody has to answer the phone"));
    programme.write(
        SESSION,
        """
        ---
        title: A clerk
        consent: public
        method: interview
        participants: [P01]
        ---
        > We would share it if somebody answered.
        {: #q1 .evidence}
        """);
    return programme;
  }

  public static String finding(String title) {
    return "---\ntitle: \""
        + title
        + "\"\nevidence: [interviews/2026-11-10-clerk#q1]\n---\nText.\n";
  }

  /** Writes {@code programme.yml} with more sections. Editions are published when signed off. */
  public void describe(String sections) throws IOException {
    write("programme.yml", DESCRIPTION + AT_ONCE + sections);
  }

  /** Writes {@code programme.yml} with what {@code review} is to hold. */
  public void review(String keys) throws IOException {
    write("programme.yml", DESCRIPTION + "review: {" + keys + "}\n");
  }

  /** Writes {@code programme.yml} so that editions wait before they are published. */
  public void waitBeforePublishing() throws IOException {
    write("programme.yml", DESCRIPTION);
  }

  /**
   * @param path relative to {@code research/}
   */
  public void write(String path, String text) throws IOException {
    Path file = folder.resolve("research").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The programme's cycle, for the product owner to decide in. */
  public Cycle cycle(Database database, Clock clock) {
    return cycle(database, clock, Register.EMPTY);
  }

  /** The same, looking for the people in a register. */
  public Cycle cycle(Database database, Clock clock, Register register) {
    Places places = Places.of(folder, folder.resolveSibling("data"), Optional.empty());
    Collected collected = new Collector(folder).store(database).register(register).collect();
    return new Cycle(
        collected,
        Theme.of(folder),
        new Editions(database, collected.programme()),
        new Outbox(database, collected.programme().id()),
        places.publisher(collected.programme(), clock),
        places.announcer(collected.programme()),
        clock,
        CheckMemory.none());
  }

  /** Approves what is open and signs the edition off. */
  public void signOff(Database database, Clock clock) {
    Cycle cycle = cycle(database, clock);
    Set<String> open =
        cycle.review().open().stream().map(entry -> entry.item().key()).collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, "Owner");
    cycle.signOff(cycle.review().decided(), "Owner");
  }
}
