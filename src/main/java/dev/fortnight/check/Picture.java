package dev.fortnight.check;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures may carry where and by whom they were taken. Until Fortnight can take that out, a
 * picture that carries more than what is needed to show it is refused.
 */
final class Picture {

  /** The chunks of PNG that say nothing of the author. Source: PNG specification, section 11. */
  private static final Set<String> PNG_CHUNKS =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs", "bKGD",
          "acTL", "fcTL", "fdAT");

  private static final Set<String> WEBP_CHUNKS =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

  private static final String NOT_A_PICTURE = "is not a picture that Fortnight can check";
  private static final String METADATA = "carries metadata";
  private static final String DAMAGED = "is damaged";
  private static final String TRAILER = "has something after its end";

  private Picture() {}

  /** Why a file may not be published; empty where it may. */
  static Optional<String> refusal(byte[] bytes) {
    try {
      return switch (extension(bytes).orElse("")) {
        case "png" -> png(ByteBuffer.wrap(bytes));
        case "jpg" -> jpeg(ByteBuffer.wrap(bytes));
        case "gif" -> gif(ByteBuffer.wrap(bytes));
        case "webp" -> webp(ByteBuffer.wrap(bytes));
        default -> Optional.of(NOT_A_PICTURE);
      };
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.of(DAMAGED);
    }
  }

  /** The ending that fits what a file holds, whatever it is called. */
  static Optional<String> extension(byte[] bytes) {
    if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of("png");
    }
    if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of("jpg");
    }
    if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
      return Optional.of("gif");
    }
    boolean isWebp = starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP");
    return isWebp ? Optional.of("webp") : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int offset, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= offset + expected.length
        && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
  }

  private static Optional<String> png(ByteBuffer in) {
    in.position(8);
    while (in.hasRemaining()) {
      int length = in.getInt();
      String chunk = word(in);
      in.position(in.position() + length + 4);
      if (!PNG_CHUNKS.contains(chunk)) {
        return Optional.of(METADATA);
      }
      if (chunk.equals("IEND")) {
        return in.hasRemaining() ? Optional.of(TRAILER) : Optional.empty();
      }
    }
    return Optional.of(DAMAGED);
  }

  private static Optional<String> jpeg(ByteBuffer in) {
    in.position(2);
    while (true) {
      int marker = in.getShort() & 0xffff;
      if (marker == 0xffda) {
        return afterScan(in);
      }
      if (marker < 0xffc0) {
        return Optional.of(DAMAGED);
      }
      int length = in.getShort(in.position()) & 0xffff;
      boolean isComment = marker == 0xfffe;
      boolean isApplication = marker >= 0xffe0 && marker <= 0xffef;
      if (isComment || isApplication && !isPlain(in, marker, length)) {
        return Optional.of(METADATA);
      }
      in.position(in.position() + Math.max(2, length));
    }
  }

  /** JFIF's header without a thumbnail, and Adobe's that tells the colours. */
  private static boolean isPlain(ByteBuffer in, int marker, int length) {
    byte[] name = new byte[5];
    in.duplicate().position(in.position() + 2).get(name);
    String word = new String(name, StandardCharsets.ISO_8859_1);
    return marker == 0xffe0 && length == 16 && word.equals("JFIF\0")
        || marker == 0xffee && length == 14 && word.equals("Adobe");
  }

  /** Looks for the end of the image; further tables and scans belong to it. */
  private static Optional<String> afterScan(ByteBuffer in) {
    int previous = 0;
    while (in.hasRemaining()) {
      int current = in.get() & 0xff;
      if (previous == 0xff && current == 0xd9) {
        return in.hasRemaining() ? Optional.of(TRAILER) : Optional.empty();
      }
      if (previous == 0xff && (current == 0xfe || current >= 0xe1 && current <= 0xef)) {
        return Optional.of(METADATA);
      }
      previous = current;
    }
    return Optional.of(DAMAGED);
  }

  private static Optional<String> gif(ByteBuffer in) {
    in.position(6);
    in.getInt();
    int flags = in.get() & 0xff;
    in.getShort();
    skipColours(in, flags);
    while (true) {
      switch (in.get() & 0xff) {
        case 0x3b -> {
          return in.hasRemaining() ? Optional.of(TRAILER) : Optional.empty();
        }
        case 0x2c -> {
          in.position(in.position() + 8);
          skipColours(in, in.get() & 0xff);
          in.get();
          skipBlocks(in);
        }
        case 0x21 -> {
          int label = in.get() & 0xff;
          if (label == 0xfe || label == 0x01 || label == 0xff && !isLoop(in)) {
            return Optional.of(METADATA);
          }
          skipBlocks(in);
        }
        default -> {
          return Optional.of(DAMAGED);
        }
      }
    }
  }

  /** The extension that says how often an animation runs, and nothing besides. */
  private static boolean isLoop(ByteBuffer in) {
    byte[] block = new byte[17];
    in.duplicate().get(block);
    String text = new String(block, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u000bNETSCAPE2.0\u0003\u0001") && block[16] == 0;
  }

  private static void skipColours(ByteBuffer in, int flags) {
    if ((flags & 0x80) != 0) {
      in.position(in.position() + 3 * (2 << (flags & 7)));
    }
  }

  private static void skipBlocks(ByteBuffer in) {
    for (int size = in.get() & 0xff; size != 0; size = in.get() & 0xff) {
      in.position(in.position() + size);
    }
  }

  private static Optional<String> webp(ByteBuffer in) {
    in.order(ByteOrder.LITTLE_ENDIAN).position(4);
    int size = in.getInt();
    if (size + 8 != in.capacity()) {
      return Optional.of(TRAILER);
    }
    in.position(12);
    while (in.hasRemaining()) {
      String chunk = word(in);
      int length = chunk.equals("ANMF") ? skipFrame(in) : in.getInt();
      in.position(in.position() + length + (length & 1));
      if (!WEBP_CHUNKS.contains(chunk)) {
        return Optional.of(METADATA);
      }
    }
    return Optional.empty();
  }

  /** A frame's header; the chunks that it holds follow like all others. */
  private static int skipFrame(ByteBuffer in) {
    in.getInt();
    return 16;
  }

  private static String word(ByteBuffer in) {
    byte[] word = new byte[4];
    in.get(word);
    return new String(word, StandardCharsets.ISO_8859_1);
  }
}
