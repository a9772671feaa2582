package dev.fortnight.site.card;

/**
 * A small picture in shades of one colour on white. It is drawn in whole numbers, without fonts and
 * without the platform's graphics, so that it has the same bytes on every machine.
 */
final class Canvas {

  /** Between white and the full colour; each point is looked at in a grid of three by three. */
  static final int SHADES = 10;

  private static final int GRID = 3;

  private final int width;
  private final byte[][] shades;

  Canvas(int width, int height) {
    this.width = width;
    this.shades = new byte[height][width];
  }

  /** Each point's shade, by row. */
  byte[][] shades() {
    return shades;
  }

  void bar(int left, int top, int barWidth, int barHeight) {
    for (int y = top; y < top + barHeight; y++) {
      for (int x = left; x < left + barWidth; x++) {
        shades[y][x] = SHADES - 1;
      }
    }
  }

  /**
   * A ring; a full circle where its hole has no radius.
   *
   * @param hole the radius of what is left out in its middle
   */
  void ring(int centreX, int centreY, int radius, int hole) {
    for (int y = centreY - radius; y <= centreY + radius; y++) {
      for (int x = Math.max(0, centreX - radius); x <= Math.min(width - 1, centreX + radius); x++) {
        int covered = 0;
        for (int sample = 0; sample < GRID * GRID; sample++) {
          long right = (long) GRID * (x - centreX) + sample % GRID - 1;
          long down = (long) GRID * (y - centreY) + sample / GRID - 1;
          long distance = right * right + down * down;
          boolean isInside = distance <= square(GRID * radius) && distance >= square(GRID * hole);
          covered += isInside ? 1 : 0;
        }
        shades[y][x] = (byte) Math.max(shades[y][x], covered);
      }
    }
  }

  private static long square(long length) {
    return length * length;
  }
}
