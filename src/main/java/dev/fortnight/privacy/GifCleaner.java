package dev.fortnight.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * GIF and its animations. Kept are palettes, frames with their timing, and how often an animation
 * runs; comments, plain text and what applications wrote are dropped. Source: GIF89a specification.
 */
final class GifCleaner implements PictureCleaner {

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int END = 0x3b;
  private static final int TIMING = 0xf9;
  private static final int COMMENT = 0xfe;
  private static final int PLAIN_TEXT = 0x01;
  private static final int APPLICATION = 0xff;
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  @Override
  public boolean knows(byte[] source) {
    return PictureBytes.starts(source, 0, "GIF87a") || PictureBytes.starts(source, 0, "GIF89a");
  }

  @Override
  public Picture.Clean clean(byte[] source) throws UnfitPictureException {
    return new Copy(ByteBuffer.wrap(source)).run();
  }

  /** One cleaning. */
  private static final class Copy {

    private final ByteBuffer in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    private Optional<byte[]> timing = Optional.empty();
    private boolean hasLoop;
    private boolean hasImage;

    private Copy(ByteBuffer in) {
      this.in = in;
    }

    private Picture.Clean run() throws UnfitPictureException {
      byte[] header = PictureBytes.take(in, 13);
      PictureSize.check(little(header, 6), little(header, 8));
      out.writeBytes(header);
      copyColours(header[10]);
      while (true) {
        switch (PictureBytes.unsigned(in.get())) {
          case IMAGE -> copyImage();
          case EXTENSION -> extension();
          case END -> {
            return end();
          }
          default -> throw UnfitPictureException.damaged();
        }
      }
    }

    private Picture.Clean end() throws UnfitPictureException {
      if (!hasImage) {
        throw UnfitPictureException.damaged();
      }
      if (in.hasRemaining()) {
        traces.add(PictureTrace.TRAILER);
      }
      out.write(END);
      return new Picture.Clean(out.toByteArray(), "gif", traces, "");
    }

    private void copyColours(byte flags) {
      if (flags < 0) {
        out.writeBytes(PictureBytes.take(in, 3 * (2 << (flags & 7))));
      }
    }

    private void copyImage() throws UnfitPictureException {
      timing.ifPresent(out::writeBytes);
      timing = Optional.empty();
      byte[] descriptor = PictureBytes.take(in, 9);
      int width = little(descriptor, 4);
      int height = little(descriptor, 6);
      PictureSize.check(width, height);
      out.write(IMAGE);
      out.writeBytes(descriptor);
      copyColours(descriptor[8]);
      byte bits = in.get();
      byte[] data = blocks();
      int length = new GifCodes(data, bits).length((long) width * height);
      out.write(bits);
      for (int at = 0; at < length; at += 255) {
        int size = Math.min(255, length - at);
        out.write(size);
        out.write(data, at, size);
      }
      out.write(0);
      hasImage = true;
    }

    private void extension() throws UnfitPictureException {
      int label = PictureBytes.unsigned(in.get());
      switch (label) {
        case TIMING -> timing = Optional.of(timing(blocks()));
        case COMMENT -> {
          blocks();
          traces.add(PictureTrace.WORDS);
        }
        case PLAIN_TEXT -> {
          blocks();
          timing = Optional.empty();
          traces.add(PictureTrace.WORDS);
        }
        case APPLICATION -> application();
        default -> blocks();
      }
    }

    private static byte[] timing(byte[] data) throws UnfitPictureException {
      if (data.length != 4) {
        throw UnfitPictureException.damaged();
      }
      return ByteBuffer.allocate(8).put(PictureBytes.latin("\u0021\u00f9\u0004")).put(data).array();
    }

    /** Of an application's block for loops only how often is kept. */
    private void application() {
      int start = in.position();
      byte[] data = blocks();
      String name = PictureBytes.latin(data).substring(0, Math.min(11, data.length));
      boolean isLoop = LOOPS.contains(name) && data.length >= 14 && (data[11] & 7) == 1;
      if (isLoop && in.get(start) == 11 && !hasLoop) {
        out.writeBytes(PictureBytes.latin("\u0021\u00ff\u000b" + name + "\u0003\u0001"));
        out.write(data, 12, 2);
        out.write(0);
        hasLoop = true;
      } else if (name.startsWith("XMP Data")) {
        traces.addAll(PictureTraces.ofXmp(PictureBytes.latin(data)));
      }
    }

    private byte[] blocks() {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      for (int size = in.get() & 0xff; size != 0; size = in.get() & 0xff) {
        data.writeBytes(PictureBytes.take(in, size));
      }
      return data.toByteArray();
    }

    private static int little(byte[] data, int at) {
      return PictureBytes.unsigned(data[at]) | PictureBytes.unsigned(data[at + 1]) << 8;
    }
  }
}
