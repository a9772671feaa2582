package dev.fortnight.edition;

import dev.fortnight.check.AssumptionState;
import dev.fortnight.site.Tree;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells of signed editions in numbers, as pages show them. */
final class PastEditions {

  private PastEditions() {}

  /**
   * @param editions by number
   * @param decisions all, in their order
   */
  static List<Tree.Past> of(List<SignedEdition> editions, List<Decision> decisions, ZoneId zone) {
    List<Tree.Past> past = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (SignedEdition edition : editions) {
      Map<String, String> now = pages(edition);
      past.add(past(edition, before, now, verdicts(edition, decisions), zone));
      before = now;
    }
    return List.copyOf(past);
  }

  /** The last word on each item of an edition's sprint before it was signed off. */
  private static Collection<Decision.Verdict> verdicts(
      SignedEdition edition, List<Decision> decisions) {
    Map<String, Decision.Verdict> last = new HashMap<>();
    decisions.stream()
        .filter(decision -> decision.sprint() == edition.sprint())
        .filter(decision -> !decision.at().isAfter(edition.signedAt()))
        .forEach(decision -> last.put(decision.item(), decision.verdict()));
    return last.values();
  }

  private static Tree.Past past(
      SignedEdition edition,
      Map<String, String> before,
      Map<String, String> now,
      Collection<Decision.Verdict> verdicts,
      ZoneId zone) {
    int added = 0;
    int changed = 0;
    for (Map.Entry<String, String> page : now.entrySet()) {
      String then = before.get(page.getKey());
      added += then == null ? 1 : 0;
      changed += then != null && !then.equals(page.getValue()) ? 1 : 0;
    }
    int removed = (int) before.keySet().stream().filter(key -> !now.containsKey(key)).count();
    Map<String, Tree.Standing> standings = new HashMap<>();
    for (SignedEdition.Standing standing : edition.standings()) {
      standings.put(
          standing.slug(),
          new Tree.Standing(
              AssumptionState.valueOf(standing.state()),
              standing.supporting(),
              standing.contradicting()));
    }
    return new Tree.Past(
        edition.number(),
        edition.signedAt().atZone(zone).toLocalDate(),
        edition.signedBy(),
        edition.sprint(),
        added,
        changed,
        removed,
        Collections.frequency(verdicts, Decision.Verdict.APPROVED),
        Collections.frequency(verdicts, Decision.Verdict.HELD),
        Map.copyOf(standings));
  }

  private static Map<String, String> pages(SignedEdition edition) {
    Map<String, String> pages = new HashMap<>();
    edition.items().stream()
        .filter(item -> item.page().isPresent())
        .forEach(item -> pages.put(item.key(), item.hash()));
    return pages;
  }
}
