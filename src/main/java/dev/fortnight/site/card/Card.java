package dev.fortnight.site.card;

import java.util.List;

/**
 * The picture of a site: a row for each assumption, in it a circle for each person who spoke for it
 * and a ring with a bar for each who spoke against it. It says how much was heard, and not in
 * words: a link is shared with its title beside the picture.
 */
public final class Card {

  /** What sites that show shared links ask for. Source: https://ogp.me and their guides. */
  public static final int WIDTH = 1200;

  public static final int HEIGHT = 630;

  private static final int MOST_ROWS = 9;
  private static final int MOST_VOICES = 18;
  private static final int EDGE = 24;
  private static final int STEP = 60;
  private static final int RADIUS = 20;
  private static final int LEFT = 110;

  private Card() {}

  /** How many people spoke for and against one assumption. */
  public record Row(int supporting, int contradicting) {}

  /**
   * As PNG.
   *
   * @param colour as {@code #rrggbb}
   */
  public static byte[] png(List<Row> rows, String colour) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.bar(0, 0, EDGE, HEIGHT);
    List<Row> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    int top = (HEIGHT - STEP * (shown.size() - 1)) / 2;
    for (int i = 0; i < shown.size(); i++) {
      draw(canvas, shown.get(i), top + i * STEP);
    }
    return Png.bytes(canvas.shades(), palette(Integer.parseInt(colour.substring(1), 16)));
  }

  private static void draw(Canvas canvas, Row row, int y) {
    int supporting = Math.min(MOST_VOICES, row.supporting());
    int all = Math.min(MOST_VOICES, supporting + row.contradicting());
    for (int i = 0; i < all; i++) {
      int x = LEFT + i * STEP;
      canvas.ring(x, y, RADIUS, i < supporting ? 0 : RADIUS - 5);
      if (i >= supporting) {
        canvas.bar(x - RADIUS / 2, y - 2, RADIUS, 5);
      }
    }
    if (all == 0) {
      canvas.ring(LEFT, y, 4, 0);
    }
  }

  private static byte[] palette(int colour) {
    byte[] palette = new byte[3 * Canvas.SHADES];
    for (int shade = 0; shade < Canvas.SHADES; shade++) {
      for (int part = 0; part < 3; part++) {
        int full = colour >> 8 * (2 - part) & 0xff;
        palette[3 * shade + part] = (byte) (255 - (255 - full) * shade / (Canvas.SHADES - 1));
      }
    }
    return palette;
  }
}
