package dev.fortnight.cycle;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.time.Clock;
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
    Collected all = Collected.of(places, source, register, database).with(aboutRevision);
    collected = Optional.of(all);
    return StepOutcome.done(
        counted(all.notes().size(), "note") + " and " + counted(all.topics().size(), "topic"),
        Optional.empty());
  }

  StepOutcome check() {
    Collected sources = collected.orElseThrow();
    Programme programme = sources.programme();
    long reading = board.beginReading();
    Cycle cycle = Cycle.of(sources, places, database, clock);
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
    long held = problems.stream().filter(Problem::holdsBack).count();
    return StepOutcome.done(
        held == 0
            ? "the checks hold nothing back"
            : counted(held, "problem") + (held == 1 ? " keeps" : " keep") + " something back",
        Optional.empty());
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
