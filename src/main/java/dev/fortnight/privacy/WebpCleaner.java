package dev.fortnight.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * WebP and its animations. Kept are pixels, transparency, frames and which way up it is; the header
 * stops to promise what was dropped. Source: RFC 9649.
 */
final class WebpCleaner implements PictureCleaner {

  private static final int ANIMATED = 0x02;
  private static final int EXIF = 0x08;
  private static final int TRANSPARENT = 0x10;

  @Override
  public boolean knows(byte[] source) {
    return PictureBytes.starts(source, 0, "RIFF") && PictureBytes.starts(source, 8, "WEBP");
  }

  @Override
  public Picture.Clean clean(byte[] source) throws UnfitPictureException {
    return new Copy(little(source)).run();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One cleaning. */
  private static final class Copy {

    private final ByteBuffer in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    private Optional<Exif> exif = Optional.empty();
    private boolean hasPixels;

    private Copy(ByteBuffer in) {
      this.in = in;
    }

    private Picture.Clean run() throws UnfitPictureException {
      int end = in.getInt(4) + 8;
      if (in.limit() > end) {
        traces.add(PictureTrace.TRAILER);
      }
      in.limit(end).position(12);
      String name = PictureBytes.word(in);
      byte[] data = data(in);
      if (name.equals("VP8X")) {
        byte[] header = header(data);
        write(out, name, header);
        copyExtended((header[0] & ANIMATED) != 0);
      } else {
        copyStill(name, data);
      }
      if (!hasPixels) {
        throw UnfitPictureException.damaged();
      }
      return new Picture.Clean(whole(), "webp", traces, "");
    }

    private void copyExtended(boolean isAnimated) throws UnfitPictureException {
      while (in.remaining() >= 8) {
        String name = PictureBytes.word(in);
        byte[] data = data(in);
        if (name.equals("EXIF")) {
          Exif found = Exif.of(data);
          exif = exif.or(() -> Optional.of(found));
          traces.addAll(found.traces());
        } else if (name.equals("XMP ")) {
          traces.addAll(PictureTraces.ofXmp(PictureBytes.latin(data)));
        } else if (isAnimated) {
          copyAnimated(name, data);
        } else {
          copyStill(name, data);
        }
      }
    }

    private void copyAnimated(String name, byte[] data) throws UnfitPictureException {
      if (name.equals("ANIM") && data.length == 6 && !hasPixels) {
        write(out, name, data);
      } else if (name.equals("ANMF")) {
        write(out, name, frame(data));
        hasPixels = true;
      }
    }

    /** Pixels once, and their transparency before them. */
    private void copyStill(String name, byte[] data) throws UnfitPictureException {
      if (hasPixels || !isPixels(name) && !name.equals("ALPH")) {
        return;
      }
      if (isPixels(name)) {
        checkPixels(name, data);
        hasPixels = true;
      }
      write(out, name, data);
    }

    private static boolean isPixels(String name) {
      return name.equals("VP8 ") || name.equals("VP8L");
    }

    private static void checkPixels(String name, byte[] data) throws UnfitPictureException {
      ByteBuffer in = little(data);
      if (name.equals("VP8L")) {
        int size = in.getInt(1);
        if (data[0] != 0x2f || size >>> 29 != 0) {
          throw UnfitPictureException.damaged();
        }
        PictureSize.check((size & 0x3fff) + 1, (size >> 14 & 0x3fff) + 1);
        return;
      }
      int start = in.getInt(0);
      boolean isWhole = (start & 1) == 0 && (start >> 5 & 0x7ffff) <= data.length - 10;
      if (!isWhole || !PictureBytes.starts(data, 3, "\u009d\u0001\u002a")) {
        throw UnfitPictureException.damaged();
      }
      PictureSize.check(in.getShort(6) & 0x3fff, in.getShort(8) & 0x3fff);
    }

    private byte[] frame(byte[] data) throws UnfitPictureException {
      ByteBuffer frame = little(data);
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      byte[] position = PictureBytes.take(frame, 16);
      position[15] &= 3;
      kept.writeBytes(position);
      boolean isWhole = false;
      while (frame.remaining() >= 8) {
        String name = PictureBytes.word(frame);
        byte[] part = data(frame);
        if (!isWhole && isPixels(name)) {
          checkPixels(name, part);
          isWhole = true;
          write(kept, name, part);
        } else if (!isWhole && name.equals("ALPH")) {
          write(kept, name, part);
        }
      }
      if (!isWhole) {
        throw UnfitPictureException.damaged();
      }
      return kept.toByteArray();
    }

    /** The extended header with the size, and no promise but transparency and animation. */
    private static byte[] header(byte[] data) throws UnfitPictureException {
      ByteBuffer size = little(data);
      if (data.length != 10) {
        throw UnfitPictureException.damaged();
      }
      PictureSize.check((size.getInt(4) & 0xffffff) + 1, (size.getInt(6) >>> 8) + 1);
      byte[] plain = data.clone();
      plain[0] &= ANIMATED | TRANSPARENT;
      plain[1] = plain[2] = plain[3] = 0;
      return plain;
    }

    private static byte[] data(ByteBuffer in) {
      int length = in.getInt();
      byte[] data = PictureBytes.take(in, length);
      boolean isPadded = (length & 1) == 1 && in.hasRemaining();
      in.position(in.position() + (isPadded ? 1 : 0));
      return data;
    }

    private static void write(ByteArrayOutputStream out, String name, byte[] data) {
      out.writeBytes(PictureBytes.latin(name));
      out.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array());
      out.writeBytes(data);
      out.writeBytes(new byte[data.length & 1]);
    }

    /** Which way up it is stands after the pixels, and the extended header promises it. */
    private byte[] whole() {
      Optional<Integer> orientation = exif.flatMap(Exif::orientation);
      orientation.ifPresent(value -> write(out, "EXIF", Exif.upright(value)));
      byte[] chunks = out.toByteArray();
      chunks[8] |= orientation.isPresent() ? (byte) EXIF : 0;
      ByteArrayOutputStream inner = new ByteArrayOutputStream();
      inner.writeBytes(PictureBytes.latin("WEBP"));
      inner.writeBytes(chunks);
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      write(whole, "RIFF", inner.toByteArray());
      return whole.toByteArray();
    }
  }
}
