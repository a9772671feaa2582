package dev.fortnight.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The part of a JPEG that is the picture: tables, one frame, scans. What stands inside a scan is
 * copied up to the next marker; it is not decoded.
 */
final class JpegImage {

  /** Real progressive pictures have about ten; each costs the reader a pass over all pixels. */
  private static final int MOST_SCANS = 100;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean hasFrame;
  private boolean hasRestarts;
  private int scans;

  /** The next marker; it may be padded with 0xff. */
  static int marker(ByteBuffer in) throws UnfitPictureException {
    if (in.get() != -1) {
      throw UnfitPictureException.damaged();
    }
    int marker = PictureBytes.unsigned(in.get());
    while (marker == 0xff) {
      marker = PictureBytes.unsigned(in.get());
    }
    return marker;
  }

  /** How long a segment's data is. */
  static int length(ByteBuffer in) throws UnfitPictureException {
    int length = (in.getShort() & 0xffff) - 2;
    if (length < 0) {
      throw UnfitPictureException.damaged();
    }
    return length;
  }

  static void write(ByteArrayOutputStream out, int marker, byte[] data) {
    out.writeBytes(
        ByteBuffer.allocate(4)
            .putShort((short) (0xff00 | marker))
            .putShort((short) (data.length + 2))
            .array());
    out.writeBytes(data);
  }

  void copy(int marker, ByteBuffer in) throws UnfitPictureException {
    if (!isKnown(marker)) {
      throw UnfitPictureException.unusual("is a JPEG of a kind that browsers don't show");
    }
    byte[] data = PictureBytes.take(in, length(in));
    check(marker, ByteBuffer.wrap(data));
    write(out, marker, data);
    if (marker == 0xda) {
      copyScan(in);
    }
  }

  private static boolean isKnown(int marker) {
    return marker >= 0xc0 && marker <= 0xc2
        || marker == 0xc4
        || marker == 0xda
        || marker == 0xdb
        || marker == 0xdd;
  }

  private void check(int marker, ByteBuffer data) throws UnfitPictureException {
    switch (marker) {
      case 0xc4 -> checkTables(data, true);
      case 0xdb -> checkTables(data, false);
      case 0xdd -> hasRestarts = data.getShort() != 0;
      case 0xda -> checkScan(data);
      default -> checkFrame(data);
    }
    if (data.hasRemaining()) {
      throw UnfitPictureException.damaged();
    }
  }

  private static void checkTables(ByteBuffer data, boolean isHuffman) {
    while (data.hasRemaining()) {
      int kind = PictureBytes.unsigned(data.get());
      int size = kind >> 4 == 0 ? 64 : 128;
      if (isHuffman) {
        size = 0;
        for (byte count : PictureBytes.take(data, 16)) {
          size += PictureBytes.unsigned(count);
        }
      }
      PictureBytes.take(data, size);
    }
  }

  private void checkScan(ByteBuffer data) throws UnfitPictureException {
    int components = data.get();
    if (!hasFrame || components < 1 || components > 4 || ++scans > MOST_SCANS) {
      throw UnfitPictureException.damaged();
    }
    PictureBytes.take(data, 2 * components + 3);
  }

  private void checkFrame(ByteBuffer data) throws UnfitPictureException {
    boolean isEightBits = data.get() == 8;
    int height = data.getShort() & 0xffff;
    int width = data.getShort() & 0xffff;
    int components = data.get();
    if (hasFrame || !isEightBits || components != 1 && components != 3 && components != 4) {
      throw UnfitPictureException.unusual("is a JPEG of a kind that browsers don't show");
    }
    hasFrame = true;
    PictureSize.check(width, height);
    PictureBytes.take(data, 3 * components);
  }

  private void copyScan(ByteBuffer in) throws UnfitPictureException {
    while (true) {
      byte value = in.get();
      if (value != -1) {
        out.write(value);
        continue;
      }
      int next = PictureBytes.unsigned(in.get(in.position()));
      boolean isRestart = next >= 0xd0 && next <= 0xd7;
      if (isRestart && !hasRestarts) {
        throw UnfitPictureException.damaged();
      }
      if (next == 0 || isRestart) {
        out.write(value);
        out.write(in.get());
      } else if (next != 0xff) {
        in.position(in.position() - 1);
        return;
      }
    }
  }

  byte[] bytes() throws UnfitPictureException {
    if (scans == 0) {
      throw UnfitPictureException.damaged();
    }
    return out.toByteArray();
  }
}
