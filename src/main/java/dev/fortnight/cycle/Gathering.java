package dev.fortnight.cycle;

import dev.fortnight.check.Publication;
import dev.fortnight.check.Snapshot;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Newest;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps that find out where a programme stands: collects its sources and checks them. */
final class Gathering {

  private final Places places;
  private final Register register;
  private final Database database;
  private final Clock clock;
  private final Board board;
  private final Consumer<Programme> known;
  private final CycleMemory memory = CycleMemory.keeping();
  private Optional<String> revision = Optional.empty();
  private List<Problem> aboutRevision = List.of();
  private Optional<Collected> collected = Optional.empty();

  /**
   * @param clock the programme's
   * @param known is told of the programme as soon as its description is read
   */
  Gathering(
      Places places,
      Register register,
      Database database,
      Clock clock,
      Board board,
      Consumer<Programme> known) {
    this.places = places;
    this.register = register;
    this.database = database;
    this.clock = clock;
    this.board = board;
    this.known = known;
  }

  StepOutcome collect() {
    Programme programme = ProgrammeReader.read(places.programme()).programme();
    known.accept(programme);
    NoteSource.Collected source = places.notes(programme, clock).collect();
    if (!source.revision().equals(revision)) {
      aboutRevision = revision.isPresent() ? source.problems() : List.of();
      revision = source.revision();
    }
    Collected all =
        Collected.of(places, source, register, database, memory.sources()).with(aboutRevision);
    collected = Optional.of(all);
    return StepOutcome.done(
        counted(all.notes().size(), "note") + " and " + counted(all.topics().size(), "topic"),
        Optional.empty());
  }

  StepOutcome check() {
    Collected sources = collected.orElseThrow();
    Programme programme = sources.programme();
    long reading = board.beginReading();
    Cycle cycle = Cycle.of(sources, places, database, clock, memory);
    Optional<ApprovedEdition> edition = cycle.newestEdition();
    List<Problem> problems = cycle.problems();
    Standing standing =
        new Standing(
            programme,
            cycle.review(),
            cycle.editionOfSprint().isPresent(),
            cycle.undoWindow(),
            new SprintCalendar(programme.cycle()).after(cycle.sprint().number()),
            problems,
            revision,
            sources.notes().size(),
            sources.topics().size(),
            edition.map(ApprovedEdition::facts),
            clock.instant());
    board.show(cycle, standing, reading);
    return StepOutcome.done(found(problems, cycle.newest()), Optional.empty());
  }

  /** What consent or a date leaves out is nobody's problem, and is told all the same. */
  private static String found(List<Problem> problems, Newest newest) {
    long held = problems.stream().filter(Problem::holdsBack).count();
    long unagreed =
        newest.snapshot().notes().stream()
            .filter(note -> isUnagreed(note, newest.snapshot()))
            .count();
    List<String> said = new ArrayList<>();
    if (held > 0) {
      said.add(counted(held, "problem") + (held == 1 ? " keeps" : " keep") + " something back");
    }
    if (unagreed > 0) {
      said.add(counted(unagreed, "note") + " left out by consent or a date");
    }
    return said.isEmpty() ? "the checks hold nothing back" : String.join("; ", said);
  }

  private static boolean isUnagreed(Note note, Snapshot snapshot) {
    boolean isSaid = !Publication.needsConsent(note) || Publication.consent(note).isPresent();
    return isSaid && Publication.agreed(note, snapshot) == Publication.NOTHING;
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
