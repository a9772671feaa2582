package dev.fortnight.cycle;

import dev.fortnight.edition.UndoWindow;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.ChangedFiles;
import dev.fortnight.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The publication steps of a refresh, for somebody who asks for them once. */
public final class PublicationRun {

  private final Programme programme;
  private final Cycle cycle;
  private final Publishing publishing;
  private final PublicationStore store;
  private final Places places;
  private final LiveWatch watch;
  private final Database database;

  /** Collects and checks as a refresh does. */
  public PublicationRun(
      Places places,
      Register register,
      Database database,
      Clock clock,
      Clock pace,
      Patience patience) {
    this.places = places;
    this.database = database;
    this.cycle = Cycle.of(places, register, database, clock);
    this.programme = cycle.newest().programme();
    this.store = PublicationStore.in(database, programme.id(), places.destination(programme));
    this.publishing = new Publishing(cycle, store, places.watched(programme).isEmpty(), pace);
    this.watch = new LiveWatch(patience, pace);
  }

  /**
   * Publishes, while no other process is at the programme's work.
   *
   * @return whether it was done; another process is at it where it was not
   */
  public boolean alone(Runnable work) {
    return WorkLock.alone(
        database,
        programme.id(),
        WorkLock.Work.CYCLE,
        () -> {
          cycle.release();
          work.run();
        });
  }

  public Publishing publishing() {
    return publishing;
  }

  /** What there is to say about the notes and topics. */
  public List<Problem> problems() {
    return cycle.problems();
  }

  /** The number of the newest edition; empty before the first. */
  public Optional<Integer> newestEdition() {
    return cycle.editions().newest();
  }

  /** An edition that is signed off and is published later. */
  public Optional<UndoWindow> undoWindow() {
    return cycle.undoWindow();
  }

  /** The programme's. */
  public ZoneId zone() {
    return programme.cycle().zone();
  }

  /** The public address that has to answer; empty where what is published is public at once. */
  public Optional<URI> address() {
    return places.watched(programme);
  }

  /** How many files a publication changed; empty where nobody can tell. */
  public OptionalInt changedFiles(PublicationRecord record) {
    return places.site(programme) instanceof PublishedSite.Branch branch
        ? ChangedFiles.in(branch.repository(), record.commit())
        : OptionalInt.empty();
  }

  /** Asks the public address once, unless that was a moment ago. */
  public void look() {
    address().ifPresent(address -> watch.look(store, address));
  }

  /** What is on its way to the public. */
  public List<PublishedTree> awaited() {
    return store.all().stream()
        .filter(record -> record.liveAt().isEmpty())
        .map(record -> watch.stateOf(record, programme))
        .toList();
  }
}
