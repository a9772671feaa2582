package dev.fortnight.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What matters of a camera's notes: which way up the picture is, and whether they tell of a place
 * or person.
 *
 * @param orientation 2 to 8; empty where it stands upright
 */
record Exif(Optional<Integer> orientation, Set<PictureTrace> traces) {

  private static final String NAME = "Exif\0\0";
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int MORE = 0x8769;

  /** Source: Exif 2.32 and, for what begins with 0x9c, Windows. */
  private static final Map<Integer, PictureTrace> TAGS =
      Map.ofEntries(
          Map.entry(0x8825, PictureTrace.PLACE),
          Map.entry(0x010e, PictureTrace.WORDS),
          Map.entry(0x9286, PictureTrace.WORDS),
          Map.entry(0x9c9b, PictureTrace.WORDS),
          Map.entry(0x9c9c, PictureTrace.WORDS),
          Map.entry(0x9c9e, PictureTrace.WORDS),
          Map.entry(0x9c9f, PictureTrace.WORDS),
          Map.entry(0x013b, PictureTrace.PERSON),
          Map.entry(0x013c, PictureTrace.PERSON),
          Map.entry(0x8298, PictureTrace.PERSON),
          Map.entry(0x9c9d, PictureTrace.PERSON),
          Map.entry(0xa430, PictureTrace.PERSON),
          Map.entry(0xa431, PictureTrace.PERSON));

  /** Reads as far as it can; what is damaged says nothing, and none of it is kept. */
  static Exif of(byte[] data) {
    int start = PictureBytes.starts(data, 0, NAME) ? NAME.length() : 0;
    Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    boolean isLittle = PictureBytes.starts(data, start, "II*\0");
    if (!isLittle && !PictureBytes.starts(data, start, "MM\0*")) {
      return new Exif(Optional.empty(), traces);
    }
    ByteBuffer in = ByteBuffer.wrap(data, start, data.length - start).slice();
    in.order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    Optional<Integer> orientation = Optional.empty();
    long more = -1;
    for (int entry : entries(in, in.remaining() < 8 ? -1 : in.getInt(4) & 0xffffffffL)) {
      int tag = in.getShort(entry) & 0xffff;
      Optional.ofNullable(TAGS.get(tag)).ifPresent(traces::add);
      if (tag == ORIENTATION && in.getShort(entry + 2) == SHORT) {
        int value = in.getShort(entry + 8);
        orientation = value >= 2 && value <= 8 ? Optional.of(value) : Optional.empty();
      } else if (tag == MORE) {
        more = in.getInt(entry + 8) & 0xffffffffL;
      }
    }
    for (int entry : entries(in, more)) {
      Optional.ofNullable(TAGS.get(in.getShort(entry) & 0xffff)).ifPresent(traces::add);
    }
    return new Exif(orientation, traces);
  }

  /** Where the entries of a directory begin, twelve bytes each. */
  private static int[] entries(ByteBuffer in, long directory) {
    if (directory < 0 || directory + 2 > in.limit()) {
      return new int[0];
    }
    int start = (int) directory + 2;
    int count = Math.min(in.getShort((int) directory) & 0xffff, (in.limit() - start) / 12);
    int[] entries = new int[count];
    for (int i = 0; i < count; i++) {
      entries[i] = start + 12 * i;
    }
    return entries;
  }

  /** Notes that say nothing but which way up the picture is. */
  static byte[] upright(int orientation) {
    ByteBuffer out = ByteBuffer.allocate(26).put(PictureBytes.latin("MM\0*")).putInt(8);
    out.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
    return out.putShort((short) orientation).array();
  }
}
