package dev.fortnight.topic;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a topic is gone. */
public enum Removal {
  DELETED("it was deleted on GitHub"),
  TRANSFERRED("it was transferred to another repository"),
  CONVERTED("it was converted to a discussion"),
  LOST_ACCESS("GitHub does not show it any more"),
  LABEL_REMOVED("it does not have the topic label any more");

  private final String words;

  Removal(String words) {
    this.words = words;
  }

  /** A clause in plain words. */
  public String words() {
    return words;
  }

  /** Its name in JSON, for example {@code lost-access}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Removal> of(String word) {
    return Stream.of(values()).filter(removal -> removal.word().equals(word)).findFirst();
  }

  /**
   * Whether what was published of it has to go from where it stands, as it may have been removed
   * for somebody's sake. A label says only what the team asks now.
   */
  public boolean isTakenBack() {
    return this != LABEL_REMOVED;
  }
}
