package dev.fortnight.privacy;

import dev.fortnight.privacy.PngChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * What a PNG's header says of its pixels.
 *
 * @param depth bits of a sample
 * @param colours how a pixel is made of samples: 0 grey, 2 RGB, 3 palette, 4 and 6 with alpha
 */
record PngHeader(int width, int height, int depth, int colours, boolean isInterlaced) {

  private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

  private static final Map<Integer, Set<Integer>> DEPTHS =
      Map.of(
          0, Set.of(1, 2, 4, 8, 16),
          2, Set.of(8, 16),
          3, Set.of(1, 2, 4, 8),
          4, Set.of(8, 16),
          6, Set.of(8, 16));

  /** Where each pass of Adam7 begins and how it steps: across, then down. */
  private static final int[][] PASSES = {
    {0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}
  };

  static PngHeader of(Chunk chunk) throws UnfitPictureException {
    ByteBuffer in = ByteBuffer.wrap(chunk.data());
    PngHeader header = new PngHeader(in.getInt(), in.getInt(), in.get(), in.get(), false);
    boolean isKnown =
        chunk.data().length == 13
            && DEPTHS.getOrDefault(header.colours, Set.of()).contains(header.depth);
    int methods = in.getShort();
    int interlace = in.get();
    if (!isKnown || methods != 0 || interlace < 0 || interlace > 1) {
      throw UnfitPictureException.damaged();
    }
    PictureSize.check(header.width, header.height);
    return new PngHeader(header.width, header.height, header.depth, header.colours, interlace == 1);
  }

  boolean needsPalette() {
    return colours == 3;
  }

  boolean mayHavePalette() {
    return (colours & 2) != 0;
  }

  boolean fitsTransparency(int length, int paletteColours) {
    return switch (colours) {
      case 0 -> length == 2;
      case 2 -> length == 6;
      case 3 -> length <= paletteColours;
      default -> false;
    };
  }

  /** How many bytes the pixels of a frame of this picture are, each row after its filter. */
  long bytes(int frameWidth, int frameHeight) {
    if (!isInterlaced) {
      return pass(frameWidth, frameHeight);
    }
    long sum = 0;
    for (int[] pass : PASSES) {
      long across = (frameWidth - pass[0] + pass[1] - 1L) / pass[1];
      long down = (frameHeight - pass[2] + pass[3] - 1L) / pass[3];
      sum += across > 0 && down > 0 ? pass(across, down) : 0;
    }
    return sum;
  }

  private long pass(long across, long down) {
    return down * (1 + (across * depth * SAMPLES.get(colours) + 7) / 8);
  }
}
