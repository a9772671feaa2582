package dev.fortnight.site.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes a picture of at most sixteen colours as PNG, a point in four bits. Source: ISO/IEC 15948.
 */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte DEPTH = 4;
  private static final byte PALETTE = 3;

  private Png() {}

  /**
   * @param points the number of each point's colour, by row; an even number of them in each
   * @param palette red, green and blue of each colour
   */
  static byte[] bytes(byte[][] points, byte[] palette) {
    int width = points[0].length;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(points.length);
    header.put(DEPTH).put(PALETTE);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk("IHDR", header.array(), png);
    chunk("PLTE", palette, png);
    chunk("IDAT", Zlib.compressed(packed(points), width / 2 + 1), png);
    chunk("IEND", new byte[0], png);
    return png.toByteArray();
  }

  /** Two points to a byte, each row after a byte that says that it is not filtered. */
  private static byte[] packed(byte[][] points) {
    int row = points[0].length / 2 + 1;
    byte[] packed = new byte[row * points.length];
    for (int y = 0; y < points.length; y++) {
      for (int x = 0; x < points[y].length; x += 2) {
        packed[y * row + 1 + x / 2] = (byte) (points[y][x] << 4 | points[y][x + 1]);
      }
    }
    return packed;
  }

  private static void chunk(String name, byte[] data, ByteArrayOutputStream png) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(type);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
