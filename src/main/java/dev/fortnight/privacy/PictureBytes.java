package dev.fortnight.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the pieces that all containers of pictures are made of. */
final class PictureBytes {

  private PictureBytes() {}

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static boolean starts(byte[] bytes, int offset, String magic) {
    byte[] expected = latin(magic);
    return bytes.length >= offset + expected.length
        && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
  }

  /** Takes the next bytes; a length beyond the end reads past it before anything is allocated. */
  static byte[] take(ByteBuffer in, int length) {
    byte[] taken = new byte[in.slice(in.position(), length).capacity()];
    in.get(taken);
    return taken;
  }

  /** The four letters that name a chunk. */
  static String word(ByteBuffer in) {
    return latin(take(in, 4));
  }

  static int unsigned(byte value) {
    return value & 0xff;
  }
}
