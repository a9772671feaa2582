package dev.fortnight.edition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided on one item, content by content: the newest decision on a content counts for it,
 * so that a hold takes back an approval of the same content.
 */
final class LastWord {

  private final Map<String, Decision.Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();

  void add(Decision decision) {
    verdicts.remove(decision.hash());
    verdicts.put(decision.hash(), decision.verdict());
    if (decision.isApproval()) {
      seen.computeIfAbsent(decision.hash(), hash -> new HashSet<>()).addAll(decision.problems());
    }
  }

  /** The hash of the content that was approved last and not held since. */
  Optional<String> approved() {
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue() == Decision.Verdict.APPROVED)
        .map(Map.Entry::getKey)
        .reduce((one, later) -> later);
  }

  /** What its approvers were told of a content. */
  Set<String> seen(String hash) {
    return Set.copyOf(seen.getOrDefault(hash, Set.of()));
  }
}
