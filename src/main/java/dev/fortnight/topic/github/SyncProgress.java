package dev.fortnight.topic.github;

/** Is told of each page that was stored. */
public interface SyncProgress {

  void read(String repository, Requests requests);

  /** Tells nobody. */
  static SyncProgress silent() {
    return (repository, requests) -> {};
  }
}
