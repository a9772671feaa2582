package dev.fortnight.privacy;

/** How large a picture may be, so that a small file can't exhaust the reader's memory. */
final class PictureSize {

  /** More than cameras take; decoded, it is 400 MB. */
  private static final long MOST_PIXELS = 100_000_000;

  /** Of uncompressed pixels, all frames of an animation together. */
  static final long MOST_BYTES = 4 * MOST_PIXELS;

  private PictureSize() {}

  static void check(long width, long height) throws UnfitPictureException {
    if (width <= 0 || height <= 0) {
      throw UnfitPictureException.damaged();
    }
    if (width > MOST_PIXELS || height > MOST_PIXELS || width * height > MOST_PIXELS) {
      throw UnfitPictureException.tooLarge();
    }
  }
}
