package dev.fortnight.privacy;

import dev.fortnight.privacy.PngChunks.Chunk;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Copies the pixels of a PNG and of the frames of its animation, each as one chunk. They are
 * inflated to find where they end, since more may stand behind them.
 */
final class PngFrames {

  private final PngHeader header;
  private final Optional<Chunk> animation;
  private int frames;
  private int sequence;
  private final byte[] part = new byte[1 << 16];
  private long bytesLeft = PictureSize.MOST_BYTES;

  /**
   * @param animation what says how many frames there are; without it there are none
   */
  PngFrames(PngHeader header, Optional<Chunk> animation) {
    this.header = header;
    this.animation = animation;
  }

  void copy(List<Chunk> from, List<Chunk> to) throws UnfitPictureException {
    int at = 0;
    while (at < from.size()) {
      Chunk chunk = from.get(at++);
      if (chunk.is("IDAT")) {
        if (to.stream().anyMatch(other -> other.is("IDAT"))) {
          throw UnfitPictureException.damaged();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(chunk.data());
        while (at < from.size() && from.get(at).is("IDAT")) {
          joined.writeBytes(from.get(at++).data());
        }
        to.add(new Chunk("IDAT", pixels(joined.toByteArray(), header.width(), header.height())));
      } else if (chunk.is("fcTL") && animation.isPresent()) {
        to.add(frame(chunk));
        at = frameData(chunk, from, at, to);
      }
    }
    if (animation.isPresent() && ByteBuffer.wrap(animation.get().data()).getInt() != frames) {
      throw UnfitPictureException.damaged();
    }
  }

  private Chunk frame(Chunk chunk) throws UnfitPictureException {
    ByteBuffer in = ByteBuffer.wrap(chunk.data());
    in.getInt();
    long width = in.getInt();
    long height = in.getInt();
    long x = in.getInt();
    long y = in.getInt();
    boolean isInside = x >= 0 && y >= 0 && x + width <= header.width();
    if (chunk.data().length != 26 || !isInside || y + height > header.height()) {
      throw UnfitPictureException.damaged();
    }
    PictureSize.check(width, height);
    frames++;
    return numbered("fcTL", Arrays.copyOfRange(chunk.data(), 4, 26));
  }

  /** The first frame may have the picture itself as its pixels, and no data of its own. */
  private int frameData(Chunk frame, List<Chunk> from, int start, List<Chunk> to)
      throws UnfitPictureException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = start;
    for (; at < from.size() && from.get(at).is("fdAT"); at++) {
      byte[] data = from.get(at).data();
      joined.writeBytes(Arrays.copyOfRange(data, 4, Math.max(4, data.length)));
    }
    boolean isPicture =
        frames == 1 && to.stream().noneMatch(other -> other.is("IDAT")) && at == start;
    if (!isPicture) {
      ByteBuffer size = ByteBuffer.wrap(frame.data(), 4, 8);
      to.add(numbered("fdAT", pixels(joined.toByteArray(), size.getInt(), size.getInt())));
    }
    return at;
  }

  private Chunk numbered(String name, byte[] data) {
    byte[] whole = ByteBuffer.allocate(data.length + 4).putInt(sequence++).put(data).array();
    return new Chunk(name, whole);
  }

  private byte[] pixels(byte[] compressed, int width, int height) throws UnfitPictureException {
    long wanted = header.bytes(width, height);
    bytesLeft -= wanted;
    if (bytesLeft < 0) {
      throw UnfitPictureException.tooLarge();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      long sum = 0;
      while (!inflater.finished() && sum <= wanted) {
        int length = inflater.inflate(part);
        if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw UnfitPictureException.damaged();
        }
        sum += length;
      }
      if (sum != wanted) {
        throw UnfitPictureException.damaged();
      }
      return Arrays.copyOf(compressed, (int) inflater.getBytesRead());
    } catch (DataFormatException e) {
      throw UnfitPictureException.damaged();
    } finally {
      inflater.end();
    }
  }
}
