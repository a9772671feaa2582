package dev.fortnight.topic.github;

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
}
