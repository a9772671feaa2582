package dev.fortnight.cycle;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.publish.Publisher;
import dev.fortnight.publish.Publisher.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes what is due and records it. An edition that was published stays as it is, whatever
 * Fortnight would make of it today, unless somebody took something back that is in it.
 */
public final class Publishing {

  private final Cycle cycle;
  private final Editions editions;
  private final Publisher publisher;
  private final PublicationStore store;
  private final boolean isLiveAtOnce;
  private final Clock pace;

  /** What came of one tree. */
  public record Result(PublicationRecord record, boolean isNew) {}

  /**
   * @param isLiveAtOnce whether nobody has to wait for a host
   * @param pace the time of the world outside
   */
  Publishing(
      Cycle cycle,
      Editions editions,
      Publisher publisher,
      PublicationStore store,
      boolean isLiveAtOnce,
      Clock pace) {
    this.cycle = cycle;
    this.editions = editions;
    this.publisher = publisher;
    this.store = store;
    this.isLiveAtOnce = isLiveAtOnce;
    this.pace = pace;
  }

  /** Publishes the working site as it is to be now. */
  public Result workingSite() {
    WorkingSite site = editions.workingSite(cycle.newest(), cycle.sprint());
    Outcome outcome = publisher.publish(site);
    return recorded(PublicationRecord.WORKING, site.tree(), outcome);
  }

  /**
   * Publishes editions that never were, and with them those that have lost something since.
   *
   * @param isTakenBack whether any may have; where not, none is made again to find out
   * @return those that were published, the oldest first
   * @throws ProblemException if one of them cannot be; the others are published none the less
   */
  public List<Result> editions(boolean isTakenBack) {
    List<Result> results = new ArrayList<>();
    Optional<ProblemException> failure = Optional.empty();
    List<PublicationRecord> before = store.all();
    for (int number : editions.numbers()) {
      Optional<PublicationRecord> last =
          before.stream()
              .filter(record -> record.tree().equals(PublicationRecord.edition(number)))
              .findFirst();
      if (last.isPresent() && !isTakenBack) {
        continue;
      }
      try {
        ApprovedEdition edition = editions.edition(number, cycle.newest());
        if (last.isEmpty() || hasLost(edition, last.get())) {
          results.add(publish(edition));
        }
      } catch (ProblemException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    failure.ifPresent(
        problem -> {
          throw problem;
        });
    return results;
  }

  /**
   * Publishes one edition, if it is not there as it should be.
   *
   * @throws ProblemException if it was published with other bytes and nobody took anything back
   */
  public Result edition(int number) {
    ApprovedEdition edition = editions.edition(number, cycle.newest());
    Optional<PublicationRecord> last = store.of(PublicationRecord.edition(number));
    boolean isRewritten =
        last.isPresent() && !last.get().hash().equals(edition.tree()) && !edition.isAmended();
    if (isRewritten) {
      throw new ProblemException(
          "edition "
              + number
              + " was published with other bytes than this Fortnight makes of it, and an edition is"
              + " never rewritten",
          "If it is damaged, restore it from the history of the branch.");
    }
    return publish(edition);
  }

  private static boolean hasLost(ApprovedEdition edition, PublicationRecord last) {
    return edition.isAmended() && !edition.tree().equals(last.hash());
  }

  private Result publish(ApprovedEdition edition) {
    Outcome outcome = publisher.publish(edition);
    return recorded(PublicationRecord.edition(edition.number()), edition.tree(), outcome);
  }

  private Result recorded(String tree, String hash, Outcome outcome) {
    Optional<PublicationRecord> known = store.of(tree).filter(record -> record.hash().equals(hash));
    if (outcome instanceof Outcome.Unchanged && known.isPresent()) {
      return new Result(known.get(), false);
    }
    String commit = outcome instanceof Outcome.Published published ? published.commit() : "";
    Instant now = pace.instant();
    PublicationRecord record =
        new PublicationRecord(
            tree,
            hash,
            commit,
            Sha256.of(outcome.versions()),
            now,
            isLiveAtOnce ? Optional.of(now) : Optional.empty());
    store.put(record);
    return new Result(record, outcome instanceof Outcome.Published);
  }
}
