package dev.fortnight.privacy;

import static dev.fortnight.privacy.PictureTest.clean;
import static dev.fortnight.privacy.PictureTrace.PERSON;
import static dev.fortnight.privacy.PictureTrace.PLACE;
import static dev.fortnight.privacy.PictureTrace.WORDS;
import static dev.fortnight.privacy.SamplePictures.SECRET;
import static dev.fortnight.privacy.SamplePictures.bytes;
import static dev.fortnight.privacy.SamplePictures.insert;
import static dev.fortnight.privacy.SamplePictures.jpegSegment;
import static dev.fortnight.privacy.SamplePictures.latin;
import static dev.fortnight.privacy.SamplePictures.pixels;
import static dev.fortnight.privacy.SamplePictures.riffChunk;
import static dev.fortnight.privacy.SamplePictures.withGifExtension;
import static dev.fortnight.privacy.SamplePictures.withPngChunk;
import static dev.fortnight.privacy.SamplePictures.withRiffChunk;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pictures say of people and places is gone, named by kind, and the pixels are the same. */
class PictureMetadataTest {

  @Test
  void aPngLosesItsTextsExifProfileTimeAndPrivateChunks() throws Exception {
    byte[] plain = SamplePictures.png();
    byte[] secret = latin(SECRET);
    byte[] packed = SamplePictures.compressed(secret);
    assertPng(withPngChunk(plain, "tEXt", bytes(latin("Author\0"), secret)), PERSON);
    assertPng(withPngChunk(plain, "tEXt", bytes(latin("Software\0"), secret)));
    assertPng(withPngChunk(plain, "zTXt", bytes(latin("Comment\0\0"), packed)), WORDS);
    assertPng(
        withPngChunk(
            plain, "iTXt", bytes(latin("XML:com.adobe.xmp\0\0\0\0\0"), SamplePictures.xmp())),
        PERSON);
    assertPng(withPngChunk(plain, "eXIf", uprightExif()), PERSON, PLACE);
    assertPng(withPngChunk(plain, "tIME", new byte[7]));
    assertPng(withPngChunk(plain, "iCCP", bytes(latin("p\0\0"), packed)));
    assertPng(withPngChunk(plain, "prVt", secret));
  }

  private static byte[] uprightExif() {
    byte[] exif = SamplePictures.exifData();
    exif[18] = 1;
    return exif;
  }

  private static void assertPng(byte[] source, PictureTrace... traces) throws Exception {
    assertPlain(source, traces);
    assertThat(clean(source).bytes()).isEqualTo(clean(SamplePictures.png()).bytes());
  }

  @Test
  void ImageMagicksRawProfilesInAPngAreNamedToo() throws Exception {
    String digits = java.util.HexFormat.of().formatHex(SamplePictures.exifData());
    String text = "\nexif\n      " + digits.length() / 2 + "\n" + digits + "\n";

    assertPng(
        withPngChunk(
            SamplePictures.png(),
            "zTXt",
            bytes(latin("Raw profile type exif\0\0"), SamplePictures.compressed(latin(text)))),
        PERSON,
        PLACE);
  }

  @Test
  void whatHidesBehindThePixelsOfAPngIsCut() throws Exception {
    byte[] plain = SamplePictures.png();
    int length = plain.length - 33 - 12 - 12;
    byte[] longer = bytes(Arrays.copyOfRange(plain, 41, 41 + length), latin(SECRET));

    assertPng(
        bytes(
            Arrays.copyOf(plain, 33),
            SamplePictures.pngChunk("IDAT", longer),
            Arrays.copyOfRange(plain, plain.length - 12, plain.length)));
  }

  @Test
  void aJpegLosesExifXmpIptcProfileThumbnailAndComments() throws Exception {
    byte[] secret = latin(SECRET);
    assertJpeg(SamplePictures.exifSegment(), PERSON, PLACE);
    assertJpeg(
        jpegSegment(0xe1, bytes(latin("http://ns.adobe.com/xap/1.0/\0"), SamplePictures.xmp())),
        PERSON);
    assertJpeg(jpegSegment(0xed, SamplePictures.iptc()), PLACE);
    assertJpeg(jpegSegment(0xe2, bytes(latin("ICC_PROFILE\0\1\1"), secret)));
    assertJpeg(jpegSegment(0xe2, bytes(latin("MPF\0"), secret)));
    assertJpeg(jpegSegment(0xef, secret));
    assertJpeg(jpegSegment(0xee, secret));
    assertJpeg(jpegSegment(0xe0, bytes(latin("JFIF\0\1\2\0\0\1\0\1\1\1"), secret)));
    assertJpeg(jpegSegment(0xe0, bytes(latin("JFXX\0\20"), secret)));
    assertJpeg(jpegSegment(0xfe, secret), WORDS);
  }

  private static void assertJpeg(byte[] segment, PictureTrace... traces) throws Exception {
    for (byte[] plain : new byte[][] {SamplePictures.jpeg(), SamplePictures.progressive("jpg")}) {
      assertPlain(insert(plain, 2, segment), traces);
      assertPlain(insert(plain, 20, segment), traces);
      assertPlain(insert(plain, plain.length - 2, segment), traces);
    }
  }

  @Test
  void aPhotographThatLiesOnItsSideKeepsNothingOfItsExifButThat() throws Exception {
    byte[] source = insert(SamplePictures.jpeg(), 20, SamplePictures.exifSegment());

    Metadata metadata = metadata(clean(source).bytes());

    assertThat(metadata.getFirstDirectoryOfType(com.drew.metadata.exif.ExifIFD0Directory.class))
        .isNotNull()
        .satisfies(
            exif -> {
              assertThat(exif.getTags()).hasSize(1);
              assertThat(exif.getInt(0x0112)).isEqualTo(6);
            });
    assertThat(clean(clean(source).bytes()).bytes()).isEqualTo(clean(source).bytes());
  }

  @Test
  void aPngOrWebpThatLiesOnItsSideKeepsNothingOfItsExifButThat() {
    byte[] png = withPngChunk(SamplePictures.png(), "eXIf", SamplePictures.exifData());
    byte[] webp = SamplePictures.lyingWebp(SamplePictures.webp());

    for (byte[] source : new byte[][] {png, webp}) {
      Picture.Clean clean = clean(source);
      assertThat(new String(clean.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains(new String(Exif.upright(6), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain(SECRET);
      assertThat(clean(clean.bytes()).bytes()).isEqualTo(clean.bytes());
    }
  }

  @Test
  void anUprightPhotographKeepsNoExifAtAll() throws Exception {
    byte[] exif = SamplePictures.exifSegment();
    exif[28] = 1;

    Picture.Clean clean = clean(insert(SamplePictures.jpeg(), 20, exif));

    assertThat(clean.bytes()).isEqualTo(clean(SamplePictures.jpeg()).bytes());
  }

  @Test
  void restartMarkersAreKeptWhereTheyBelong() throws Exception {
    byte[] plain = SamplePictures.jpeg();
    byte[] interval = jpegSegment(0xdd, new byte[] {0, 1});
    byte[] restart = {(byte) 0xff, (byte) 0xd0};
    byte[] wild = insert(plain, plain.length - 2, restart);

    assertThat(Picture.of(wild)).isInstanceOf(Picture.Refused.class);
    assertThat(clean(insert(wild, 20, interval)).bytes())
        .containsSequence((byte) 0xff, (byte) 0xd0, (byte) 0xff, (byte) 0xd9);
  }

  @Test
  void aGifLosesCommentsTextsAndWhatApplicationsWrote() throws Exception {
    byte[] secret = latin(SECRET);
    for (byte[] plain : new byte[][] {SamplePictures.gif(), SamplePictures.animatedGif()}) {
      assertGif(plain, withGifExtension(plain, 0xfe, secret, secret), WORDS);
      assertGif(plain, withGifExtension(plain, 0x01, new byte[12], secret), WORDS);
      assertGif(
          plain,
          withGifExtension(plain, 0xff, latin("XMP DataXMP"), latin("<dc:creator>" + SECRET)),
          PERSON);
      assertGif(plain, withGifExtension(plain, 0xff, latin("ICCRGBG1012"), secret));
      assertGif(plain, withGifExtension(plain, 0xf0, secret));
    }
  }

  @Test
  void whatHidesBehindThePixelsOfAGifIsCut() throws Exception {
    byte[] plain = SamplePictures.gif();
    byte[] block = bytes(new byte[] {(byte) SECRET.length()}, latin(SECRET));

    assertGif(plain, insert(plain, plain.length - 2, block));
  }

  private static void assertGif(byte[] plain, byte[] source, PictureTrace... traces)
      throws Exception {
    assertPlain(source, traces);
    assertThat(clean(source).bytes()).isEqualTo(clean(plain).bytes());
  }

  @Test
  void aWebpLosesExifXmpProfileAndUnknownChunksAndItsHeaderSaysSo() throws Exception {
    for (byte[] plain :
        new byte[][] {SamplePictures.transparentWebp(), SamplePictures.animatedWebp()}) {
      byte[] promising = plain.clone();
      promising[20] |= 0x2c;
      assertWebp(plain, withRiffChunk(promising, "EXIF", uprightExif()), PERSON, PLACE);
      assertWebp(plain, withRiffChunk(promising, "XMP ", SamplePictures.xmp()), PERSON);
      assertWebp(plain, withRiffChunk(promising, "ICCP", latin(SECRET)));
      assertWebp(plain, withRiffChunk(promising, "prVt", latin(SECRET)));
    }
    assertWebp(SamplePictures.webp(), withRiffChunk(SamplePictures.webp(), "EXIF", latin(SECRET)));
  }

  @Test
  void aFrameOfAWebpLosesThemToo() throws Exception {
    byte[] plain = SamplePictures.animatedWebp();
    byte[] hidden = riffChunk("EXIF", latin(SECRET));
    byte[] source = bytes(plain, hidden);
    source[4] += (byte) hidden.length;
    source[48] += (byte) hidden.length;

    assertWebp(plain, source);
  }

  private static void assertWebp(byte[] plain, byte[] source, PictureTrace... traces)
      throws Exception {
    assertThat(clean(source).traces()).isEqualTo(Set.of(traces));
    assertThat(clean(source).bytes()).isEqualTo(plain).isEqualTo(clean(plain).bytes());
  }

  /** Same pixels, none of the secret, and nothing that a reader of metadata knows as such. */
  private static void assertPlain(byte[] source, PictureTrace... traces) throws Exception {
    Picture.Clean clean = clean(source);
    assertThat(clean.traces()).isEqualTo(Set.of(traces));
    assertThat(pixels(clean.bytes())).isEqualTo(pixels(source));
    assertThat(new String(clean.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET);
    assertThat(metadata(clean.bytes()).getDirectories())
        .extracting(Directory::getName)
        .isSubsetOf(
            "PNG-IHDR",
            "JPEG",
            "JFIF",
            "Huffman",
            "Exif IFD0",
            "GIF Header",
            "GIF Control",
            "GIF Image",
            "GIF Animation",
            "File Type");
  }

  private static Metadata metadata(byte[] file) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
  }
}
