package dev.fortnight.privacy;

import dev.fortnight.privacy.PngChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PNG and its animations. Kept are size, palette, transparency, pixels, frames and the numbers that
 * tell how colours are meant; a colour profile is dropped, because it carries names of devices and
 * authors, and so is what a screen doesn't use. Source: PNG specification, third edition.
 */
final class PngCleaner implements PictureCleaner {

  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /** Chunks that tell how colours are meant, and the only length they may have. */
  private static final Map<String, Integer> COLOURS =
      Map.of("cICP", 4, "sRGB", 1, "gAMA", 4, "cHRM", 32);

  private static final List<String> COLOUR_ORDER = List.of("cICP", "sRGB", "gAMA", "cHRM");

  @Override
  public boolean knows(byte[] source) {
    return PictureBytes.starts(source, 0, SIGNATURE);
  }

  @Override
  public Picture.Clean clean(byte[] source) throws UnfitPictureException {
    Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    ByteBuffer in = ByteBuffer.wrap(source).position(SIGNATURE.length());
    List<Chunk> chunks = PngChunks.read(in, traces);
    if (in.hasRemaining()) {
      traces.add(PictureTrace.TRAILER);
    }
    PngHeader header = PngHeader.of(chunks.get(0));
    int pixels = index(chunks, "IDAT");
    List<Chunk> before = chunks.subList(0, pixels);
    List<Chunk> kept = new ArrayList<>();
    kept.add(chunks.get(0));
    for (String colour : COLOUR_ORDER) {
      first(before, colour, COLOURS.get(colour)).ifPresent(kept::add);
    }
    Optional<Chunk> animation = first(before, "acTL", 8);
    animation.ifPresent(kept::add);
    kept.addAll(palette(before, header));
    orientation(before).ifPresent(kept::add);
    chunks.stream()
        .filter(chunk -> chunk.is("eXIf"))
        .forEach(chunk -> traces.addAll(Exif.of(chunk.data()).traces()));
    new PngFrames(header, animation).copy(chunks, kept);
    kept.add(new Chunk("IEND", new byte[0]));
    return new Picture.Clean(PngChunks.write(SIGNATURE, kept), "png", traces, "");
  }

  private static List<Chunk> palette(List<Chunk> before, PngHeader header)
      throws UnfitPictureException {
    List<Chunk> kept = new ArrayList<>();
    List<Chunk> palettes = before.stream().filter(chunk -> chunk.is("PLTE")).toList();
    if (palettes.size() > 1 || palettes.isEmpty() && header.needsPalette()) {
      throw UnfitPictureException.damaged();
    }
    int colours = palettes.isEmpty() ? 0 : palettes.get(0).data().length / 3;
    if (!palettes.isEmpty() && header.mayHavePalette()) {
      boolean isWhole = palettes.get(0).data().length % 3 == 0 && colours > 0 && colours <= 256;
      if (!isWhole) {
        throw UnfitPictureException.damaged();
      }
      kept.add(palettes.get(0));
    }
    before.stream()
        .filter(chunk -> chunk.is("tRNS") && header.fitsTransparency(chunk.data().length, colours))
        .findFirst()
        .ifPresent(kept::add);
    return kept;
  }

  /** Browsers turn a PNG as its camera's notes say, so nothing but that is kept of them. */
  private static Optional<Chunk> orientation(List<Chunk> before) {
    return before.stream()
        .filter(chunk -> chunk.is("eXIf"))
        .findFirst()
        .flatMap(chunk -> Exif.of(chunk.data()).orientation())
        .map(value -> new Chunk("eXIf", Exif.upright(value)));
  }

  private static Optional<Chunk> first(List<Chunk> chunks, String name, int length) {
    return chunks.stream()
        .filter(chunk -> chunk.is(name) && chunk.data().length == length)
        .findFirst();
  }

  private static int index(List<Chunk> chunks, String name) throws UnfitPictureException {
    for (int i = 0; i < chunks.size(); i++) {
      if (chunks.get(i).is(name)) {
        return i;
      }
    }
    throw UnfitPictureException.damaged();
  }
}
