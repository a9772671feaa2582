package dev.fortnight.topic.github;

import java.util.Optional;

/**
 * What makes an issue a topic: a label, known by its id as well since it may be renamed; without a
 * label every issue is one.
 *
 * @param label as the programme says it
 * @param id of the label that is called so, or was
 * @param called what GitHub calls it now
 */
record TopicRule(Optional<String> label, Optional<Long> id, Optional<String> called) {

  boolean isMetBy(Issue issue) {
    return label.isEmpty() || issue.labels().stream().anyMatch(this::isIt);
  }

  private boolean isIt(Names.Label other) {
    return id.equals(Optional.of(other.id())) || label.get().equalsIgnoreCase(other.name());
  }

  /** What to ask GitHub for. */
  Optional<String> filter() {
    return called.or(() -> label);
  }

  boolean isRenamed() {
    return called.isPresent() && !called.get().equalsIgnoreCase(label.orElse(""));
  }
}
