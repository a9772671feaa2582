package dev.fortnight.privacy;

/** Cleans pictures of one format. */
interface PictureCleaner {

  /** Whether a file begins as this format does. */
  boolean knows(byte[] source);

  /**
   * Cleans a file that begins as this format does. Reading past its end means that it is damaged.
   *
   * @throws UnfitPictureException if it can't be cleaned
   */
  Picture.Clean clean(byte[] source) throws UnfitPictureException;
}
