package dev.fortnight.site.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import java.util.zip.Adler32;

/**
 * Compresses flat pictures, always to the same bytes: what {@link java.util.zip.Deflater} makes
 * depends on the zlib that the platform brings. It looks for repetitions of the byte before and of
 * the row above only. Source: RFC 1950 and RFC 1951, with the fixed codes.
 */
final class Zlib {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END = 256;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int bits;
  private int held;

  private Zlib() {}

  /**
   * @param row how many bytes a row has
   */
  static byte[] compressed(byte[] data, int row) {
    return new Zlib().compress(data, row);
  }

  private byte[] compress(byte[] data, int row) {
    out.write(0x78);
    out.write(0x01);
    write(0b011, 3); // the last block, with the fixed codes
    int at = 0;
    while (at < data.length) {
      int before = repeated(data, at, 1);
      int above = repeated(data, at, row);
      int length = Math.max(before, above);
      if (length < SHORTEST) {
        symbol(data[at] & 0xff);
        at++;
      } else {
        length(length);
        distance(above > before ? row : 1);
        at += length;
      }
    }
    symbol(END);
    write(0, 7); // fills the last byte
    Adler32 check = new Adler32();
    check.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    return out.toByteArray();
  }

  private static int repeated(byte[] data, int at, int distance) {
    int length = 0;
    while (at >= distance
        && length < LONGEST
        && at + length < data.length
        && data[at + length] == data[at + length - distance]) {
      length++;
    }
    return length;
  }

  private void symbol(int symbol) {
    if (symbol < 144) {
      code(0b00110000 + symbol, 8);
    } else if (symbol < 256) {
      code(0b110010000 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0b11000000 + symbol - 280, 8);
    }
  }

  /** Lengths in groups of four that double in width: 3 to 10 one by one, 258 by itself. */
  private void length(int length) {
    if (length == LONGEST) {
      symbol(285);
      return;
    }
    ranged(length - SHORTEST, 4, code -> symbol(257 + code));
  }

  /** Distances in groups of two that double in width: 1 to 4 one by one. */
  private void distance(int distance) {
    ranged(distance - 1, 2, code -> code(code, 5));
  }

  private void ranged(int value, int perGroup, IntConsumer code) {
    int extra = 0;
    while (value >> extra >= 2 * perGroup) {
      extra++;
    }
    code.accept(extra * perGroup + (value >> extra));
    write(value & (1 << extra) - 1, extra);
  }

  /** A code is written from its first bit on. */
  private void code(int code, int length) {
    write(Integer.reverse(code) >>> 32 - length, length);
  }

  /** A number is written from its last bit on. */
  private void write(int number, int length) {
    held |= number << bits;
    bits += length;
    while (bits >= 8) {
      out.write(held);
      held >>>= 8;
      bits -= 8;
    }
  }
}
