package dev.fortnight.note;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes out of a set of defaults what decides publication, and says so. */
final class DefaultValues {

  private final ConfigurationProblems problems;
  private final Map<String, Object> kept = new HashMap<>();
  private final Set<String> heldBackBy = new HashSet<>();

  /**
   * @param at where the values stand
   */
  DefaultValues(Map<?, ?> values, String at, ConfigurationProblems problems) {
    this.problems = problems;
    values.forEach(
        (key, value) -> {
          if (isAllowed(String.valueOf(key), value, at + "." + key)) {
            kept.put(String.valueOf(key), value);
          }
        });
  }

  Map<String, Object> kept() {
    return Map.copyOf(withoutEmpty());
  }

  Set<String> heldBackBy() {
    return Set.copyOf(heldBackBy);
  }

  /** A default without a value says nothing. */
  private Map<String, Object> withoutEmpty() {
    kept.values().removeIf(value -> value == null);
    return kept;
  }

  /** At any depth, because what stands too deep was meant for something too. */
  private boolean isAllowed(String key, Object value, String at) {
    Optional<String> meant = PublicationKeys.meant(key, value);
    if (meant.isPresent()) {
      refuse(key, meant.get(), value, at);
      return false;
    }
    boolean isAllowed = true;
    if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        isAllowed &= isAllowed("", elements.get(i), at + "." + i);
      }
    } else if (value instanceof Map<?, ?> inner) {
      for (Map.Entry<?, ?> entry : inner.entrySet()) {
        String name = String.valueOf(entry.getKey());
        isAllowed &= isAllowed(name, entry.getValue(), at + "." + name);
      }
    }
    return isAllowed;
  }

  private void refuse(String written, String key, Object value, String at) {
    String remedy = "Write '" + key + "' in each note.";
    if (key.equals(PublicationKeys.PARTICIPANTS)) {
      String what = "'" + written + "' says whose words a note holds, so it is no default";
      problems.warning(at, what + " and has no effect", remedy);
      return;
    }
    String what = "'" + written + "' decides what is published, so it is no default";
    if (PublicationKeys.holdsBack(key, value)) {
      heldBackBy.add(key);
      String consequence = ", and the notes it is for are not published unless they say it";
      problems.error(at, what + consequence, remedy);
    } else {
      problems.warning(at, what + " and has no effect", remedy);
    }
  }
}
