package dev.fortnight.cycle;

import dev.fortnight.announce.Outbox;
import dev.fortnight.edition.Editions;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.publish.ChangedFiles;
import dev.fortnight.site.Theme;
import dev.fortnight.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The publication steps of a refresh, for somebody who asks for them once. */
public final class PublicationRun {

  private final Programme programme;
  private final Cycle cycle;
  private final Editions editions;
  private final Publishing publishing;
  private final PublicationStore store;
  private final Places places;
  private final LiveWatch watch;

  /**
   * Collects and checks as a refresh does. To be composed by {@code Cycle.of} once there is one.
   */
  public PublicationRun(
      Places places,
      Register register,
      Database database,
      Clock clock,
      Clock pace,
      Patience patience) {
    NoteSource.Collected source =
        places.notes(ProgrammeReader.read(places.programme()).programme(), clock).collect();
    Collected collected =
        new Collector(places.programme())
            .notesFrom(source.folder())
            .store(database)
            .register(register)
            .collect()
            .with(source.problems());
    this.places = places;
    this.programme = collected.programme();
    this.editions = new Editions(database, programme);
    this.cycle =
        new Cycle(
            collected,
            Theme.of(places.programme()),
            editions,
            new Outbox(database, programme.id()),
            places.publisher(programme, clock),
            places.announcer(),
            clock);
    this.store = PublicationStore.in(database, programme.id(), places.destination(programme));
    this.publishing =
        new Publishing(
            cycle,
            editions,
            places.publisher(programme, clock),
            store,
            places.watched(programme).isEmpty(),
            pace);
    this.watch = new LiveWatch(patience, pace);
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
    return editions.newest();
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
