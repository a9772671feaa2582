package dev.fortnight.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads and writes the chunks that a PNG is made of. */
final class PngChunks {

  private static final Set<String> KNOWN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "tRNS", "cICP", "sRGB", "gAMA", "cHRM", "acTL", "fcTL", "fdAT",
          "eXIf");

  /** One chunk without its frame of length and check sum. */
  record Chunk(String name, byte[] data) {

    boolean is(String other) {
      return name.equals(other);
    }
  }

  private PngChunks() {}

  /**
   * Reads up to the end of the image.
   *
   * @param traces takes what the chunks that are not kept said
   * @return the chunks that may be kept, their check sums found right; the first is the header
   */
  static List<Chunk> read(ByteBuffer in, Set<PictureTrace> traces) throws UnfitPictureException {
    List<Chunk> chunks = new ArrayList<>();
    PngTexts texts = new PngTexts();
    while (true) {
      int length = in.getInt();
      String name = PictureBytes.word(in);
      byte[] data = PictureBytes.take(in, length);
      int sum = in.getInt();
      if (!name.matches("[A-Za-z]{4}") || chunks.isEmpty() != name.equals("IHDR")) {
        throw UnfitPictureException.damaged();
      }
      if (name.equals("IEND")) {
        return chunks;
      }
      if (KNOWN.contains(name)) {
        if (sum != sum(name, data)) {
          throw UnfitPictureException.damaged();
        }
        chunks.add(new Chunk(name, data));
      } else if (Character.isUpperCase(name.charAt(0))) {
        throw UnfitPictureException.unusual("needs an extension of PNG that browsers don't have");
      } else {
        traces.addAll(texts.traces(name, data));
      }
    }
  }

  static byte[] write(String signature, List<Chunk> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PictureBytes.latin(signature));
    for (Chunk chunk : chunks) {
      out.writeBytes(number(chunk.data().length));
      out.writeBytes(PictureBytes.latin(chunk.name()));
      out.writeBytes(chunk.data());
      out.writeBytes(number(sum(chunk.name(), chunk.data())));
    }
    return out.toByteArray();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static int sum(String name, byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(PictureBytes.latin(name));
    sum.update(data);
    return (int) sum.getValue();
  }
}
