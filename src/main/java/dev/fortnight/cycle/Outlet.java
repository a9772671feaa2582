package dev.fortnight.cycle;

import dev.fortnight.edition.UndoWindow;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The steps that others see: publishes the working site and editions, waits until they are live,
 * and announces.
 */
final class Outlet {

  /** Of announcing, whatever could be done sooner. */
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(15);

  private final Places places;
  private final Database database;
  private final Clock pace;
  private final Board board;
  private final LiveWatch watch;
  private final Patience patience;
  private Optional<Allowance> compared = Optional.empty();
  private volatile boolean isAwaited;

  /**
   * @param pace the machine's clock
   */
  Outlet(Places places, Database database, Clock pace, Board board, Patience patience) {
    this.places = places;
    this.database = database;
    this.pace = pace;
    this.board = board;
    this.patience = patience;
    this.watch = new LiveWatch(patience, pace);
  }

  StepOutcome workingSite(Cycle cycle, Optional<Instant> next) {
    boolean isNew = publishing(cycle).workingSite().isNew();
    return StepOutcome.done(
        isNew ? "the working site was published" : "the working site is as it should be", next);
  }

  /** When the working site was pushed last, by the machine's clock; empty before. */
  Optional<Instant> workingSitePushedAt(Programme programme) {
    return publications(programme).of(PublicationRecord.WORKING).map(PublicationRecord::pushedAt);
  }

  /** Publishes what is released; what waits is released first where its time has come. */
  StepOutcome edition(Cycle cycle) {
    publishEditions(cycle);
    Optional<UndoWindow> waiting = cycle.undoWindow();
    if (waiting.isPresent()) {
      return StepOutcome.waiting(
          "edition " + waiting.get().number() + " is signed off, and that can be taken back",
          "",
          Optional.of(waiting.get().until()));
    }
    return cycle
        .editions()
        .newest()
        .map(number -> StepOutcome.done("edition " + number + " is published", Optional.empty()))
        .orElseGet(
            () -> StepOutcome.waiting("no edition has been signed off yet", "", Optional.empty()));
  }

  /** What another process published counts too, so what was compared last is in the store. */
  private void publishEditions(Cycle cycle) {
    Allowance allowance = Allowance.of(cycle.newest());
    PublicationStore store = publications(cycle.newest().programme());
    Optional<String> last = store.allowance();
    Optional<String> now = Optional.of(allowance.hash());
    boolean isSame = last.equals(now);
    if (!isSame) {
      store.allowance(Optional.empty()); // until all editions are through
    }
    Optional<Allowance> before = compared.filter(known -> last.equals(Optional.of(known.hash())));
    publishing(cycle).editions(isSame ? Allowance.Change.NONE : allowance.since(before));
    if (!isSame) {
      store.allowance(now);
    }
    compared = Optional.of(allowance);
  }

  /**
   * Asks the public address once, at most.
   *
   * @param since what was pushed no sooner is not asked for yet, as the host needs its time
   */
  StepOutcome live(Programme programme, Instant since) {
    if (away().filter(tree -> !tree.record().pushedAt().isBefore(since)).isEmpty()) {
      arrived(programme);
    }
    Optional<PublishedTree> away = away();
    if (away.isEmpty()) {
      return StepOutcome.done("what was published is public", Optional.empty());
    }
    String title = away.get().record().title();
    Optional<Instant> next = Optional.of(pace.instant().plus(patience.often()));
    return away.get().state() instanceof PublicationState.Overdue overdue
        ? StepOutcome.waiting(
            title + " is still not public: " + overdue.what(), overdue.remedy(), next)
        : StepOutcome.waiting(title + " was pushed and is not public yet", "", next);
  }

  private Optional<PublishedTree> away() {
    return board.state().published().stream().filter(tree -> !tree.state().isLive()).findFirst();
  }

  /** Whether something is on its way to the public. */
  boolean isAwaited() {
    return isAwaited;
  }

  /** Asks the public address once, at most; tells whether an edition has arrived. */
  boolean arrived(Programme programme) {
    Optional<URI> address = places.watched(programme);
    List<PublicationRecord> arrived =
        address.map(site -> watch.look(publications(programme), site)).orElse(List.of());
    showPublished(programme);
    return arrived.stream().anyMatch(record -> record.number().isPresent());
  }

  StepOutcome announce(Cycle cycle) {
    Programme programme = cycle.newest().programme();
    PublicationStore published = publications(programme);
    cycle.announcing(pace).tell(published);
    Optional<Integer> newest = cycle.editions().newest();
    if (newest.isEmpty()) {
      return StepOutcome.waiting("there is no edition to announce yet", "", Optional.empty());
    }
    boolean isLive =
        published
            .of(PublicationRecord.edition(newest.get()))
            .filter(record -> record.liveAt().isPresent())
            .isPresent();
    return isLive
        ? StepOutcome.done("edition " + newest.get() + " is announced", Optional.empty())
        : StepOutcome.waiting(
            "edition " + newest.get() + " is announced when it is live", "", Optional.empty());
  }

  /** When an announcement that had to wait may go on; empty where none waits for a time. */
  Optional<Instant> announcementDue(Cycle cycle) {
    Instant soonest = pace.instant().plus(BETWEEN_ATTEMPTS);
    return cycle.announcing(pace).due().map(due -> due.isBefore(soonest) ? soonest : due);
  }

  private Publishing publishing(Cycle cycle) {
    Programme programme = cycle.newest().programme();
    return new Publishing(
        cycle, publications(programme), places.watched(programme).isEmpty(), pace);
  }

  private PublicationStore publications(Programme programme) {
    return PublicationStore.in(database, programme.id(), places.destination(programme));
  }

  void showPublished(Programme programme) {
    List<PublishedTree> published =
        publications(programme).all().stream()
            .map(record -> watch.stateOf(record, programme))
            .toList();
    isAwaited = published.stream().anyMatch(tree -> !tree.state().isLive());
    board.showPublished(published);
  }
}
