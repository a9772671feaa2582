package dev.fortnight.privacy;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.stream.Stream;

/** Finds the cleaner that knows a file, and makes a refusal of whatever it meets. */
final class PictureCleaning {

  private static final List<PictureCleaner> RASTER =
      List.of(new PngCleaner(), new JpegCleaner(), new GifCleaner(), new WebpCleaner());

  private static final List<PictureCleaner> ALL =
      Stream.concat(RASTER.stream(), Stream.of(new SvgCleaner())).toList();

  private PictureCleaning() {}

  static Picture any(byte[] source) {
    return clean(source, ALL);
  }

  /** For a picture inside another one, which may not hold a third. */
  static Picture raster(byte[] source) {
    return clean(source, RASTER);
  }

  private static Picture clean(byte[] source, List<PictureCleaner> cleaners) {
    try {
      for (PictureCleaner cleaner : cleaners) {
        if (cleaner.knows(source)) {
          return cleaner.clean(source);
        }
      }
      return refused(UnfitPictureException.unknown());
    } catch (UnfitPictureException e) {
      return refused(e);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return refused(UnfitPictureException.damaged());
    }
  }

  private static Picture refused(UnfitPictureException why) {
    return new Picture.Refused(why.getMessage(), why.remedy());
  }
}
