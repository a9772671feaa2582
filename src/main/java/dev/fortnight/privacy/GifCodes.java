package dev.fortnight.privacy;

/**
 * The compressed pixels of one frame of a GIF: reads their codes, without their colours, to find
 * where they end, since more may stand behind them.
 */
final class GifCodes {

  private static final int MOST_CODES = 4096;

  private final byte[] data;
  private final int clear;
  private final int end;
  private final int[] lengths = new int[MOST_CODES];
  private int next;
  private int width;
  private int previous;
  private int bit;

  /**
   * @param bits of a pixel, as the frame says
   */
  GifCodes(byte[] data, int bits) throws UnfitPictureException {
    if (bits < 1 || bits > 8) {
      throw UnfitPictureException.damaged();
    }
    this.data = data;
    this.clear = 1 << bits;
    this.end = clear + 1;
    restart();
  }

  /** How many bytes of the data hold these pixels and the mark of their end. */
  int length(long pixels) throws UnfitPictureException {
    long found = 0;
    while (bit + width <= 8 * data.length) {
      int before = bit;
      int code = read();
      if (code == end) {
        return bytes(bit);
      }
      if (code == clear) {
        restart();
      } else if (found >= pixels) {
        return bytes(before);
      } else {
        found += pixels(code);
      }
    }
    return bytes(bit);
  }

  private static int bytes(int bits) {
    return (bits + 7) / 8;
  }

  private void restart() {
    next = end + 1;
    width = Integer.numberOfTrailingZeros(clear) + 1;
    previous = 0;
  }

  private int read() {
    int code = 0;
    for (int i = 0; i < width; i++, bit++) {
      code |= (data[bit >> 3] >> (bit & 7) & 1) << i;
    }
    return code;
  }

  private int pixels(int code) throws UnfitPictureException {
    boolean isNew = code == next && previous > 0 && next < MOST_CODES;
    if (code > next || code == next && !isNew || previous == 0 && code > clear) {
      throw UnfitPictureException.damaged();
    }
    int pixels = isNew ? previous + 1 : code < clear ? 1 : lengths[code];
    if (previous > 0 && next < MOST_CODES) {
      lengths[next++] = previous + 1;
      width += next == 1 << width && width < 12 ? 1 : 0;
    }
    previous = pixels;
    return pixels;
  }
}
