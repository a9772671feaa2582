package dev.fortnight.cycle;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.publish.Publisher.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes what is due and records it. An edition that was published stays as it is, whatever
 * Fortnight would make of it today, unless somebody took something back that is in it.
 */
public final class Publishing {

  private final Cycle cycle;
  private final Editions editions;
  private final PublicationStore store;
  private final boolean isLiveAtOnce;
  private final Clock pace;

  /** What came of one tree. */
  public record Result(PublicationRecord record, boolean isNew) {}

  /**
   * @param isLiveAtOnce whether nobody has to wait for a host
   * @param pace the time of the world outside
   */
  Publishing(Cycle cycle, PublicationStore store, boolean isLiveAtOnce, Clock pace) {
    this.cycle = cycle;
    this.editions = cycle.editions();
    this.store = store;
    this.isLiveAtOnce = isLiveAtOnce;
    this.pace = pace;
  }

  /** Publishes the working site as it is to be now. */
  public Result workingSite() {
    WorkingSite site = cycle.workingSite();
    Outcome outcome = cycle.publish(site);
    return recorded(PublicationRecord.WORKING, site.tree(), outcome);
  }

  /**
   * Publishes editions that never were, anew those that have lost something since, and those that
   * have it again as they were signed off.
   *
   * @return those that were published, the oldest first
   * @throws ProblemException if one of them cannot be; the others are published none the less
   */
  public List<Result> editions() {
    store.allowance(Optional.empty()); // the cycle did not see what was allowed now
    return editions(Allowance.Change.LESS);
  }

  /**
   * @param change what cannot have changed is not made again to find out
   */
  List<Result> editions(Allowance.Change change) {
    List<Result> results = new ArrayList<>();
    Optional<ProblemException> failure = Optional.empty();
    Map<Integer, String> signed = editions.signedTrees();
    for (int number : editions.numbers()) {
      try {
        Optional<String> tree = Optional.ofNullable(signed.get(number));
        pending(number, tree, change).map(this::publish).ifPresent(results::add);
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
   * @param signed what its files hashed to when it was signed off, where that is known
   */
  private Optional<ApprovedEdition> pending(
      int number, Optional<String> signed, Allowance.Change change) {
    Optional<PublicationRecord> last = store.of(PublicationRecord.edition(number));
    if (last.isEmpty()) {
      return Optional.of(editions.edition(number, cycle.newest()));
    }
    boolean isAsSigned = signed.map(last.get().hash()::equals).orElse(true);
    boolean cannotDiffer =
        change == Allowance.Change.NONE || change == Allowance.Change.MORE && isAsSigned;
    if (cannotDiffer) {
      return Optional.empty();
    }
    ApprovedEdition edition = editions.edition(number, cycle.newest());
    return (edition.isAmended() || !isAsSigned)
            && !edition.tree().equals(last.get().hash())
            && mayReplace(edition, signed)
        ? Optional.of(edition)
        : Optional.empty();
  }

  /** Other bytes than before are right without what was taken back, or as they were signed off. */
  private static boolean mayReplace(ApprovedEdition edition, Optional<String> signed) {
    return edition.isAmended() || signed.filter(edition.tree()::equals).isPresent();
  }

  /**
   * Publishes one edition, if it is not there as it should be.
   *
   * @throws ProblemException if it was published with other bytes and nobody took anything back
   */
  public Result edition(int number) {
    store.allowance(Optional.empty()); // the cycle did not see what was allowed now
    ApprovedEdition edition = editions.edition(number, cycle.newest());
    Optional<PublicationRecord> last = store.of(PublicationRecord.edition(number));
    boolean isOther = last.filter(record -> !record.hash().equals(edition.tree())).isPresent();
    if (isOther && !mayReplace(edition, Optional.ofNullable(editions.signedTrees().get(number)))) {
      throw new ProblemException(
          "edition "
              + number
              + " was published with other bytes than this Fortnight makes of it, and an edition is"
              + " never rewritten",
          "If it is damaged, restore it from the history of the branch.");
    }
    return publish(edition);
  }

  private Result publish(ApprovedEdition edition) {
    Outcome outcome = cycle.publish(edition);
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
