package dev.fortnight.edition;

import dev.fortnight.check.Snapshot;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.sprint.Sprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The product owner's decisions on a sprint's items.
 *
 * @param entries all items by key, unchanged ones too
 * @param waivers what may pass although it looks personal, to be seen before signing off
 */
public record Review(Sprint sprint, List<Entry> entries, List<Waiver> waivers)
    implements EditionStage {

  /**
   * An item and where it stands.
   *
   * @param problems what the checks have to say of it, doubts too
   */
  public record Entry(Item item, ItemState state, List<Problem> problems) {

    public String key() {
      return item.key();
    }

    public boolean isOpen() {
      return state instanceof ItemState.Open;
    }

    /** Whether it is open again after it was held. */
    public boolean wasHeld() {
      return state instanceof ItemState.Open open && open.held().isPresent();
    }
  }

  /**
   * @param newestDecisions the newest decision on each item
   */
  static Review of(Sprint sprint, Newest newest, Map<String, Decision> newestDecisions) {
    List<Entry> entries = new ArrayList<>();
    for (Item item : newest.items().values()) {
      Decision decision = newestDecisions.get(item.key());
      ItemState state = state(item, newest.problems().marks(item.key()), decision, sprint);
      entries.add(new Entry(item, state, newest.problems().of(item.key())));
    }
    return new Review(sprint, List.copyOf(entries), waivers(newest.snapshot()));
  }

  private static List<Waiver> waivers(Snapshot snapshot) {
    return snapshot.personalData().waivers().all().stream()
        .filter(waiver -> waiver.holds(snapshot.today()))
        .toList();
  }

  private static ItemState state(
      Item item, Set<String> problems, Decision decision, Sprint sprint) {
    if (decision == null) {
      return new ItemState.Open(ItemState.Why.NEW, Optional.empty());
    }
    Optional<Decision> held =
        Optional.of(decision).filter(last -> last.verdict() == Decision.Verdict.HELD);
    if (!decision.hash().equals(item.hash())) {
      return new ItemState.Open(ItemState.Why.CHANGED, held);
    }
    return switch (decision.verdict()) {
      // what made the owner hold it may be mended without a change of its own
      case HELD ->
          decision.problems().equals(problems)
              ? new ItemState.Held(decision)
              : new ItemState.Open(ItemState.Why.RECHECKED, held);
      case APPROVED -> {
        if (!decision.problems().containsAll(problems)) {
          yield new ItemState.Open(ItemState.Why.RECHECKED, held);
        }
        yield decision.sprint() == sprint.number()
            ? new ItemState.ApprovedNow(decision)
            : new ItemState.Unchanged();
      }
    };
  }

  /** What has changed since it was last approved, decided or not. */
  public List<Entry> changed() {
    return entries.stream()
        .filter(entry -> !(entry.state() instanceof ItemState.Unchanged))
        .toList();
  }

  /** What nobody has decided on yet, what was held before first. */
  public List<Entry> open() {
    return entries.stream()
        .filter(Entry::isOpen)
        .sorted(Comparator.comparing(entry -> !entry.wasHeld()))
        .toList();
  }

  /** What is held, in this review or since an earlier one. */
  public List<Entry> held() {
    return entries.stream().filter(entry -> entry.state() instanceof ItemState.Held).toList();
  }

  /** The item with this key. */
  public Optional<Entry> entry(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /**
   * The review, ready to be signed off.
   *
   * @throws ProblemException if something is not decided yet
   */
  public DecidedReview decided() {
    int open = open().size();
    if (open > 0) {
      throw new ProblemException(
          open == 1 ? "1 item is not decided yet" : open + " items are not decided yet",
          "Approve or hold each of them, then sign off.");
    }
    return new DecidedReview(this);
  }
}
