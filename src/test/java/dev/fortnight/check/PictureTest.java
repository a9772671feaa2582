package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final byte[] SECRET = latin("Illustrative Author, 51.5,-0.1");

  @Test
  void cleanPicturesPassUnderTheEndingThatFitsThem() throws Exception {
    assertThat(Picture.refusal(image("png"))).isEmpty();
    assertThat(Picture.refusal(image("jpg"))).isEmpty();
    assertThat(Picture.refusal(image("gif"))).isEmpty();
    assertThat(Picture.refusal(webp())).isEmpty();
    assertThat(Picture.extension(image("png"))).contains("png");
    assertThat(Picture.extension(image("jpg"))).contains("jpg");
    assertThat(Picture.extension(image("gif"))).contains("gif");
    assertThat(Picture.extension(webp())).contains("webp");
  }

  @Test
  void aPngWithTextOrExifIsRefused() throws Exception {
    for (String chunk : new String[] {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "prVt"}) {
      assertThat(Picture.refusal(insert(image("png"), 33, pngChunk(chunk))))
          .as(chunk)
          .contains("carries metadata");
    }
  }

  @Test
  void aJpegWithApplicationDataOrACommentIsRefused() throws Exception {
    for (int marker : new int[] {0xe1, 0xe2, 0xed, 0xef, 0xfe, 0xe0, 0xee}) {
      byte[] segment =
          bytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (SECRET.length + 2)}, SECRET);
      assertThat(Picture.refusal(insert(image("jpg"), 2, segment)))
          .as(Integer.toHexString(marker))
          .contains("carries metadata");
    }
  }

  @Test
  void aJfifHeaderWithAThumbnailIsRefused() throws Exception {
    byte[] header =
        bytes(
            new byte[] {(byte) 0xff, (byte) 0xe0, 0, 19},
            latin("JFIF\0"),
            new byte[] {1, 1, 0, 0, 1, 0, 1, 1, 1},
            new byte[] {1, 2, 3});

    assertThat(Picture.refusal(insert(image("jpg"), 2, header))).contains("carries metadata");
  }

  @Test
  void aJpegWithMetadataAfterItsScanIsRefused() throws Exception {
    byte[] clean = image("jpg");
    byte[] segment =
        bytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (SECRET.length + 2)}, SECRET);

    assertThat(Picture.refusal(insert(clean, clean.length - 2, segment)))
        .contains("carries metadata");
  }

  @Test
  void aGifWithACommentOrAnApplicationsDataIsRefused() throws Exception {
    byte[] clean = image("gif");
    byte[] block = bytes(new byte[] {(byte) SECRET.length}, SECRET, new byte[] {0});
    int end = clean.length - 1;

    assertThat(Picture.refusal(insert(clean, end, bytes(new byte[] {0x21, (byte) 0xfe}, block))))
        .contains("carries metadata");
    assertThat(
            Picture.refusal(
                insert(
                    clean,
                    end,
                    bytes(new byte[] {0x21, (byte) 0xff, 11}, latin("XMP DataXMP"), block))))
        .contains("carries metadata");
    assertThat(
            Picture.refusal(
                insert(
                    clean,
                    end,
                    bytes(new byte[] {0x21, (byte) 0xff, 11}, latin("NETSCAPE2.0"), block))))
        .contains("carries metadata");
    assertThat(
            Picture.refusal(
                insert(
                    clean,
                    end,
                    bytes(
                        new byte[] {0x21, (byte) 0xff, 11},
                        latin("NETSCAPE2.0"),
                        new byte[] {3, 1, 0, 0, 0}))))
        .isEmpty();
  }

  @Test
  void aWebpWithExifOrXmpIsRefusedInAFrameToo() {
    assertThat(Picture.refusal(webp("EXIF", SECRET))).contains("carries metadata");
    assertThat(Picture.refusal(webp("XMP ", SECRET))).contains("carries metadata");
    assertThat(Picture.refusal(webp("ANMF", bytes(new byte[16], riffChunk("EXIF", SECRET)))))
        .contains("carries metadata");
    assertThat(Picture.refusal(webp("ANMF", bytes(new byte[16], riffChunk("VP8L", new byte[6])))))
        .isEmpty();
  }

  @Test
  void whatStandsAfterTheEndIsFound() throws Exception {
    for (byte[] clean : new byte[][] {image("png"), image("jpg"), image("gif"), webp()}) {
      assertThat(Picture.refusal(bytes(clean, SECRET))).contains("has something after its end");
    }
  }

  @Test
  void truncatedOrDamagedPicturesAreRefusedWithoutAnException() throws Exception {
    for (byte[] clean : new byte[][] {image("png"), image("jpg"), image("gif"), webp()}) {
      for (int length = 0; length < clean.length; length++) {
        assertThat(Picture.refusal(Arrays.copyOf(clean, length))).isPresent();
      }
      for (int i = 0; i < Math.min(clean.length, 400); i++) {
        byte[] damaged = clean.clone();
        damaged[i] = (byte) 0xff;
        assertThat(Picture.refusal(damaged)).isNotNull();
      }
    }
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItIsCalled() {
    for (String text :
        new String[] {
          "", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "BM", "II*\0"
        }) {
      assertThat(Picture.refusal(latin(text)))
          .contains("is not a picture that Fortnight can check");
    }
  }

  @Test
  void aPictureWithAWrongEndingIsPublishedUnderItsOwn() throws Exception {
    CheckedResearch research =
        new Illustration()
            .media("media/a.jpg", image("png"))
            .note("pages/a.md", "![A](../media/a.jpg)\n")
            .research();

    assertThat(research.files().get("media/a.jpg").address()).matches("media/[0-9a-f]{64}\\.png");
  }

  @Test
  void aPictureThatCarriesMetadataIsNotPublishedAndItsNoteIs() throws Exception {
    Illustration illustration =
        new Illustration()
            .media("media/a.png", insert(image("png"), 33, pngChunk("tEXt")))
            .note("pages/a.md", "![A](../media/a.png)\n");

    assertThat(illustration.research().files()).isEmpty();
    assertThat(illustration.research().notes()).hasSize(1);
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/a.md:1: research/media/a.png carries metadata, so it is not published."
                + " Export it again without its metadata, as PNG, JPEG, GIF or WebP.");
  }

  private static byte[] image(String format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] webp() {
    return riff(riffChunk("VP8L", new byte[6]));
  }

  private static byte[] webp(String chunk, byte[] data) {
    return riff(
        bytes(
            riffChunk("VP8X", new byte[10]),
            riffChunk("VP8L", new byte[6]),
            riffChunk(chunk, data)));
  }

  private static byte[] riff(byte[] chunks) {
    return bytes(latin("RIFF"), little(chunks.length + 4), latin("WEBP"), chunks);
  }

  private static byte[] riffChunk(String name, byte[] data) {
    return bytes(latin(name), little(data.length), data, new byte[data.length & 1]);
  }

  private static byte[] pngChunk(String name) {
    return bytes(
        ByteBuffer.allocate(4).putInt(SECRET.length).array(), latin(name), SECRET, new byte[4]);
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] insert(byte[] whole, int at, byte[] part) {
    return bytes(Arrays.copyOf(whole, at), part, Arrays.copyOfRange(whole, at, whole.length));
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
