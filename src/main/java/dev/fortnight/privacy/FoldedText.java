package dev.fortnight.privacy;

/** Takes a text without its disguise, character by character, as {@link Folding} comes to it. */
interface FoldedText {

  /**
   * Takes characters that stand for themselves.
   *
   * @return the place of the first that may not, see {@link Folding#isPlain}; the end where all do
   */
  int run(char[] source, int start, int end);

  /**
   * @param c what is meant
   * @param start where what means it begins in the source
   * @param end where that ends
   */
  void put(char c, int start, int end);
}
