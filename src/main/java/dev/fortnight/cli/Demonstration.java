package dev.fortnight.cli;

import dev.fortnight.announce.LogAnnouncer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.check.CheckMemory;
import dev.fortnight.cycle.Collected;
import dev.fortnight.cycle.Collector;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Review;
import dev.fortnight.note.SourceFolder;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.publish.GitHubPagesPublisher;
import dev.fortnight.publish.GitLogin;
import dev.fortnight.publish.PublishedBranch;
import dev.fortnight.site.Theme;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.web.LoopbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.util.FileUtils;

/** Two sprints of the bundled programme, as they would have happened. */
final class Demonstration {

  private static final String MARK = ".fortnight-demo";
  private static final String BRANCH = "gh-pages";
  private static final String OWNER = "Product owner (illustrative)";

  /** What the product owner is not convinced of in the second review. */
  private static final String HELD = "findings/a-rota-can-replace-a-vendor.md";

  /** Always the same, so that two demonstrations give the same bytes. */
  private static final String SALT = "0".repeat(32);

  private static final String REASON =
      "It rests on one shared service, told by the person who runs it. Hear a member council first.";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private final Path folder;
  private final Path programme;
  private final Path data;
  private final Path repository;
  private final Path announcements;
  private final PrintWriter out;

  Demonstration(Path folder, PrintWriter out) {
    this.folder = folder;
    this.programme = folder.resolve("programme");
    this.data = folder.resolve("data");
    this.repository = folder.resolve("site.git");
    this.announcements = folder.resolve("announcements.jsonl");
    this.out = out;
  }

  /** Makes everything anew. */
  void run() throws IOException {
    prepare();
    PublishedBranch.create(repository);
    try (Database database = Database.open(data)) {
      writeFirstSprint();
      Sprint first = sprint(1);
      tell("Sprint 1", first);
      fortnight(database, first, Set.of());
      writeWholeProgramme();
      Sprint second = sprint(2);
      tell("Sprint 2", second);
      fortnight(database, second, Set.of(HELD));
    }
    PublishedBranch.writeOut(repository, BRANCH, folder.resolve("site"));
    out.println();
    out.println("The site is in " + folder.resolve("site") + ", as branch " + BRANCH + " of");
    out.println("site.git has it. What Slack would be told is in announcements.jsonl.");
  }

  private void tell(String name, Sprint sprint) {
    out.printf(
        "%n%s, %s to %s %d%n",
        name, DAY.format(sprint.first()), DAY.format(sprint.last()), sprint.last().getYear());
  }

  private void done(String what) {
    out.println("  " + what);
    out.flush();
  }

  /** A review half an hour after it began, then everything that follows from it. */
  private void fortnight(Database database, Sprint sprint, Set<String> held) {
    Clock clock = Clock.fixed(during(sprint), ZoneOffset.UTC);
    Collected collected = new Collector(programme).store(database).collect();
    Cycle cycle =
        new Cycle(
            collected,
            Theme.of(programme),
            new Editions(database, collected.programme(), () -> SALT),
            new Outbox(database, collected.programme().id()),
            new GitHubPagesPublisher(
                repository.toString(),
                collected.programme().publication(),
                data.resolve("publish.git"),
                GitLogin.NONE,
                clock),
            new LogAnnouncer(announcements),
            clock,
            CheckMemory.none());
    int left = collected.notes().size() - cycle.newest().research().admitted().size();
    done(
        Counts.of(collected.notes().size(), "note", "notes")
            + " and "
            + Counts.of(collected.topics().size(), "topic", "topics")
            + " collected and checked, "
            + left
            + " left out for want of consent");
    cycle.publishWorkingSite();
    done("working site published");
    review(cycle, held);
    ApprovedEdition edition = cycle.signOff(cycle.review().decided(), OWNER);
    cycle.publish(edition);
    done("edition " + edition.number() + " signed off and published");
    cycle.publishWorkingSite();
    cycle.announcing(clock).announce(edition, edition.tree(), Outbox.Asked.BY_THE_CYCLE);
    done("announced: " + headline(edition));
  }

  private static Instant during(Sprint sprint) {
    return sprint.review().toInstant().plus(Duration.ofMinutes(30));
  }

  private void review(Cycle cycle, Set<String> held) {
    for (String item : held) {
      cycle.hold(cycle.review(), item, OWNER, REASON);
    }
    Set<String> open =
        cycle.review().open().stream()
            .map(Review.Entry::item)
            .map(item -> item.key())
            .collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, OWNER);
    String holding = held.isEmpty() ? "" : ", " + held.size() + " held: " + String.join(", ", held);
    done("review: " + Counts.of(open.size(), "item", "items") + " approved" + holding);
  }

  private static String headline(ApprovedEdition edition) {
    return edition.headlines().stream().findFirst().orElse("nothing changed our minds");
  }

  private Sprint sprint(int number) {
    return new SprintCalendar(description().cycle()).sprint(number);
  }

  private Programme description() {
    return ProgrammeReader.read(programme).programme();
  }

  /** The programme as it was at the end of sprint 1. */
  private void writeFirstSprint() throws IOException {
    writeWholeProgramme();
    LocalDate last = sprint(1).last();
    for (var note : new SourceFolder(programme).notes().notes()) {
      if (note.date().filter(date -> date.isAfter(last)).isPresent()) {
        Files.delete(programme.resolve(note.file()));
      }
    }
    Bundled.copy("/demo/sprint-1", programme.resolve("research"), name -> true);
    Path backlog = programme.resolve("research/backlog.json");
    try (var in = Demonstration.class.getResourceAsStream("/demo/backlog-sprint-1.json")) {
      Files.copy(in, backlog, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void writeWholeProgramme() throws IOException {
    Bundled.copy("/bundled/research", programme.resolve("research"), name -> true);
    Bundled.copy("/bundled/site", programme.resolve("site"), name -> true);
  }

  private void prepare() throws IOException {
    Path mark = folder.resolve(MARK);
    if (Files.exists(mark)) {
      for (String made : List.of("programme", "data", "site.git", "site", "announcements.jsonl")) {
        FileUtils.delete(
            folder.resolve(made).toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
      }
      return;
    }
    try {
      Files.createDirectories(folder);
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new ProblemException(
              folder + " holds files that are not a demonstration's",
              "Name an empty or a new folder with --dir.");
        }
      }
      Files.writeString(mark, "Made by 'fortnight demo', which replaces what is here.\n");
    } catch (IOException e) {
      throw new ProblemException(
          folder + " cannot be written", "Name another folder with --dir.", e);
    }
  }

  /** Serves the site and the review, half an hour into the second one, until stopped. */
  void serve(int port) {
    LoopbackServer.run(
        new LoopbackServer.Settings(
            programme,
            data,
            true,
            port,
            Optional.of(during(sprint(2))),
            Optional.of(repository),
            Optional.of(announcements)),
        this::tellAddresses);
  }

  private void tellAddresses(URI address) {
    out.println();
    done("The site:    " + address.resolve("site/"));
    done("The review:  " + address);
    done("Stop with Ctrl-C.");
  }
}
