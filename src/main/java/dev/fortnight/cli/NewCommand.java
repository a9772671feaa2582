package dev.fortnight.cli;

import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.sprint.SprintCalendar;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight new}. */
@Command(
    name = "new",
    description = {
      "Begins a note: writes a file with front matter and headings into the folder of its kind,"
          + " and prints its path.",
      "The date is today's in the programme's zone. An interview gets the next free pseudonym and"
          + " 'consent: internal', or 'consent: public' where anybody can read the notes. A"
          + " weeknote's title begins with the week since the programme's"
          + " first day and the sprint. A finding lists the assumptions there are."
    },
    subcommands = {HookCommand.class, WaiverCommand.class})
final class NewCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec command;
  @Mixin private ProgrammeOptions programme;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      converter = NoteKindConverter.class,
      completionCandidates = NoteKindConverter.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private NoteKind kind;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description =
          "The title, up to "
              + NoteTitle.LONGEST
              + " characters; it gives the file's name too. A"
              + " weeknote needs none.")
  private String title;

  @Option(
      names = "--topic",
      paramLabel = "N",
      description = "The number of a topic that it belongs to; can be given several times.")
  private List<Integer> topics = List.of();

  NewCommand() {
    this(CommandClock.from(System.getenv()));
  }

  NewCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (kind == null) {
      throw wrong("A kind is needed: " + String.join(", ", new NoteKindConverter()) + ", or hook.");
    }
    if (topics.stream().anyMatch(topic -> topic < 1)) {
      throw wrong("--topic is the number of an issue, from 1.");
    }
    Path folder = programme.folder();
    Programme read = ProgrammeReader.read(folder).programme();
    Programme.Cycle cycle = read.cycle();
    boolean isPublic = read.notes().isPublic();
    LocalDate today = LocalDate.ofInstant(clock.instant(), cycle.zone());
    Scaffold scaffold =
        kind == NoteKind.WEEKNOTE
            ? weeknote(cycle, today, isPublic, folder)
            : Scaffold.of(kind, title(), slug(title()), today, topics, isPublic, folder);
    write(scaffold, folder);
    return 0;
  }

  private Scaffold weeknote(Programme.Cycle cycle, LocalDate today, boolean isPublic, Path folder) {
    long week = 1 + Math.max(0, ChronoUnit.WEEKS.between(cycle.first(), today));
    int sprint = new SprintCalendar(cycle).numberOn(today);
    String about = title == null ? "" : ": " + title().text();
    NoteTitle whole = new NoteTitle("Week " + week + ", sprint " + sprint + about);
    return Scaffold.of(kind, whole, "week-" + week, today, topics, isPublic, folder);
  }

  private NoteTitle title() {
    if (title == null) {
      throw wrong("A title is needed: --title TEXT.");
    }
    NoteTitle given = NoteTitle.of(title);
    if (given.text().length() > NoteTitle.LONGEST) {
      throw wrong("The title is longer than " + NoteTitle.LONGEST + " characters.");
    }
    return given;
  }

  private String slug(NoteTitle given) {
    if (given.slug().isEmpty()) {
      throw wrong("The title has no letter or digit that could name a file.");
    }
    return given.slug();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private void write(Scaffold scaffold, Path folder) {
    Path file = folder.resolve(scaffold.path());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, scaffold.text(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException(
          scaffold.path() + " exists already",
          kind == NoteKind.WEEKNOTE
              ? "Go on writing it; a day has one weeknote."
              : "Go on writing it, or give another --title.",
          e);
    } catch (IOException e) {
      throw new ProblemException(
          scaffold.path() + " cannot be written", "Check the permissions of its folder.", e);
    }
    PrintWriter out = command.commandLine().getOut();
    out.println(fromHere(file));
    out.flush();
  }

  /** The path as somebody would type it. */
  private static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }
}
