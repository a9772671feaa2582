package dev.fortnight.publish;

/** What a publication consists of, in order; between any two a machine may stop. */
enum Step {
  FETCHED,
  FILES_WRITTEN,
  FOLDERS_WRITTEN,
  COMMIT_WRITTEN,
  PUSHED,
  REMEMBERED,

  /** In a folder: the new site stands beside it. */
  NEXT_WRITTEN,
  MOVED_AWAY,
  MOVED_IN,
  CLEANED;

  /** Hears of each step that was done. */
  interface Listener {

    Listener NONE = step -> {};

    void done(Step step);
  }
}
