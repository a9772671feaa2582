package dev.fortnight.privacy;

/** Finds one kind of personal data. */
interface Detector {

  /** What it takes for a find, as a sentence. */
  String rule();

  /** Adds what it finds in a text. */
  void search(Searchable text, Finds finds);
}
