package dev.fortnight.edition;

import dev.fortnight.check.Snapshot;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.sprint.Sprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The product owner's decisions on a sprint's items.
 *
 * @param entries all items by key, unchanged ones too
 * @param waivers what may pass although it looks personal, to be seen before signing off
 */
public record Review(Sprint sprint, List<Entry> entries, List<Waiver> waivers) {

  /** An item and where it stands. */
  public record Entry(Item item, ItemState state) {}

  /**
   * @param newestDecisions the newest decision on each item
   */
  static Review of(Sprint sprint, Newest newest, Map<String, Decision> newestDecisions) {
    List<Entry> entries = new ArrayList<>();
    for (Item item : newest.items().values()) {
      entries.add(new Entry(item, state(item, newestDecisions.get(item.key()), sprint)));
    }
    return new Review(sprint, List.copyOf(entries), waivers(newest.snapshot()));
  }

  private static List<Waiver> waivers(Snapshot snapshot) {
    return snapshot.personalData().waivers().all().stream()
        .filter(waiver -> waiver.holds(snapshot.today()))
        .toList();
  }

  private static ItemState state(Item item, Decision decision, Sprint sprint) {
    if (decision == null || !decision.hash().equals(item.hash())) {
      return new ItemState.Open();
    }
    return switch (decision.verdict()) {
      case HELD -> new ItemState.Held(decision);
      case APPROVED ->
          decision.sprint() == sprint.number()
              ? new ItemState.ApprovedNow(decision)
              : new ItemState.Unchanged();
    };
  }

  /** What has changed since it was last approved, decided or not. */
  public List<Entry> changed() {
    return entries.stream()
        .filter(entry -> !(entry.state() instanceof ItemState.Unchanged))
        .toList();
  }

  /** What nobody has decided on yet. */
  public List<Entry> open() {
    return entries.stream().filter(entry -> entry.state() instanceof ItemState.Open).toList();
  }
}
