package dev.fortnight.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * JPEG as browsers show it: baseline, extended and progressive, of eight bits. Kept are tables,
 * frame and scans, that it is JFIF or Adobe's (which tells the colours), and which way up it is. A
 * colour profile is dropped: it carries names of devices and authors, and without it browsers take
 * the colours for sRGB, which pictures of the web are in. Source: ITU-T T.81.
 */
final class JpegCleaner implements PictureCleaner {

  private static final int COMMENT = 0xfe;
  private static final int END = 0xd9;

  /** Always the same, as its version, density and thumbnail don't show on a page. */
  private static final byte[] JFIF = PictureBytes.latin("JFIF\0\1\1\0\0\1\0\1\0\0");

  private static final int ADOBE_LENGTH = 12;

  @Override
  public boolean knows(byte[] source) {
    return PictureBytes.starts(source, 0, "\u00ff\u00d8\u00ff");
  }

  @Override
  public Picture.Clean clean(byte[] source) throws UnfitPictureException {
    return new Copy(ByteBuffer.wrap(source).position(2)).run();
  }

  /** One cleaning. */
  private static final class Copy {

    private final ByteBuffer in;
    private final JpegImage image = new JpegImage();
    private final Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    private boolean isJfif;
    private Optional<Exif> exif = Optional.empty();
    private Optional<byte[]> adobe = Optional.empty();

    private Copy(ByteBuffer in) {
      this.in = in;
    }

    private Picture.Clean run() throws UnfitPictureException {
      for (int marker = JpegImage.marker(in); marker != END; marker = JpegImage.marker(in)) {
        boolean isApplication = marker >= 0xe0 && marker <= 0xef;
        if (isApplication || marker == COMMENT) {
          note(marker, PictureBytes.take(in, JpegImage.length(in)));
        } else {
          image.copy(marker, in);
        }
      }
      if (in.hasRemaining()) {
        traces.add(PictureTrace.TRAILER);
      }
      return new Picture.Clean(whole(), "jpg", traces, "");
    }

    private void note(int marker, byte[] data) {
      if (marker == COMMENT) {
        traces.add(PictureTrace.WORDS);
      } else if (marker == 0xe0) {
        isJfif |= PictureBytes.starts(data, 0, "JFIF\0");
      } else if (marker == 0xe1 && PictureBytes.starts(data, 0, "Exif\0")) {
        Exif found = Exif.of(data);
        exif = exif.or(() -> Optional.of(found));
        traces.addAll(found.traces());
      } else if (marker == 0xe1) {
        traces.addAll(PictureTraces.ofXmp(PictureBytes.latin(data)));
      } else if (marker == 0xed) {
        traces.addAll(PictureTraces.ofIptc(data));
      } else if (marker == 0xee && isAdobe(data)) {
        adobe = adobe.or(() -> Optional.of(data));
      }
    }

    private static boolean isAdobe(byte[] data) {
      return data.length >= ADOBE_LENGTH && PictureBytes.starts(data, 0, "Adobe");
    }

    private byte[] whole() throws UnfitPictureException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
      if (isJfif) {
        JpegImage.write(out, 0xe0, JFIF);
      }
      exif.flatMap(Exif::orientation).ifPresent(value -> writeOrientation(out, value));
      adobe.ifPresent(data -> JpegImage.write(out, 0xee, plainAdobe(data)));
      out.writeBytes(image.bytes());
      out.writeBytes(new byte[] {(byte) 0xff, (byte) END});
      return out.toByteArray();
    }

    private static void writeOrientation(ByteArrayOutputStream out, int value) {
      ByteBuffer notes = ByteBuffer.allocate(32).put(PictureBytes.latin("Exif\0\0"));
      JpegImage.write(out, 0xe1, notes.put(Exif.upright(value)).array());
    }

    /** Of its fields only the last one tells something that is needed: how colours are mixed. */
    private static byte[] plainAdobe(byte[] data) {
      byte[] plain = PictureBytes.latin("Adobe\0\144\0\0\0\0\0");
      plain[ADOBE_LENGTH - 1] = data[ADOBE_LENGTH - 1];
      return plain;
    }
  }
}
