package dev.fortnight.privacy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures of each format, and the pieces to hide something in them. All illustrative. */
public final class SamplePictures {

  /** What must not be found in anything that is published. */
  public static final String SECRET = "Illustrative Author 51.5,-0.1";

  /** A place, an author and a comment; and that the picture lies on its right side. */
  private static final byte[] EXIF = exif();

  private SamplePictures() {}

  public static byte[] png() {
    return written("png", colourful(BufferedImage.TYPE_INT_ARGB));
  }

  public static byte[] jpeg() {
    return written("jpg", colourful(BufferedImage.TYPE_INT_RGB));
  }

  public static byte[] gif() {
    return written("gif", colourful(BufferedImage.TYPE_BYTE_INDEXED));
  }

  static byte[] greyPng() {
    return written("png", colourful(BufferedImage.TYPE_BYTE_GRAY));
  }

  static byte[] palettePng() {
    byte[] ramp = {0, 80, (byte) 160, (byte) 255};
    IndexColorModel palette = new IndexColorModel(2, 4, ramp, ramp, ramp, 0);
    return written("png", new BufferedImage(5, 3, BufferedImage.TYPE_BYTE_BINARY, palette));
  }

  static byte[] progressive(String format) {
    return written(format, colourful(BufferedImage.TYPE_INT_RGB), true);
  }

  /** One pixel, with transparency or as an animation too. Source: WebP's own feature tests. */
  static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  static byte[] lossyWebp() {
    return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
  }

  static byte[] transparentWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0B"
                + "KgEAAQAAAP4AAA3AAP7mtQAAAA==");
  }

  static byte[] animatedWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAA"
                + "AGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA");
  }

  /** Two frames, of which the picture itself is the first. */
  static byte[] animatedPng() {
    byte[] still = png();
    byte[] frame = ByteBuffer.allocate(22).putInt(20).putInt(12).array();
    byte[] control = bytes(new byte[4], frame);
    byte[] second = control.clone();
    second[3] = 1;
    byte[] pixels = Arrays.copyOfRange(still, 41, still.length - 16);
    return bytes(
        Arrays.copyOf(still, 33),
        pngChunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}),
        pngChunk("fcTL", control),
        Arrays.copyOfRange(still, 33, still.length - 12),
        pngChunk("fcTL", second),
        pngChunk("fdAT", bytes(new byte[] {0, 0, 0, 2}, pixels)),
        Arrays.copyOfRange(still, still.length - 12, still.length));
  }

  /** The two frames of {@link #gif}, shown over and over. */
  static byte[] animatedGif() {
    byte[] still = gif();
    int colours = 13 + 3 * (2 << (still[10] & 7));
    byte[] timing = {0x21, (byte) 0xf9, 4, 0, 50, 0, 0, 0};
    byte[] pixels = Arrays.copyOfRange(still, lastImage(still), still.length - 1);
    return bytes(
        Arrays.copyOf(still, colours),
        latin("\u0021\u00ff\u000bNETSCAPE2.0\u0003\u0001\0\0\0"),
        timing,
        pixels,
        timing,
        pixels,
        new byte[] {0x3b});
  }

  static int lastImage(byte[] gif) {
    int at = 13 + 3 * (2 << (gif[10] & 7));
    while (gif[at] == 0x21) {
      at += 8;
    }
    return at;
  }

  /** Pictures that lie on their side, say who made them and go on after their end, by type. */
  public static Map<String, byte[]> carrying() {
    byte[] trailer = latin(SECRET);
    byte[] exif = exifSegment();
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    pictures.put("image/png", bytes(withPngChunk(png(), "eXIf", EXIF), trailer));
    pictures.put("image/png;palette", bytes(withPngChunk(palettePng(), "tIME", new byte[7])));
    pictures.put("image/png;animated", bytes(animatedPng(), trailer));
    pictures.put("image/jpeg", bytes(insert(jpeg(), 20, exif), trailer));
    pictures.put("image/jpeg;progressive", insert(progressive("jpg"), 20, exif));
    pictures.put("image/gif", withGifExtension(gif(), 0xfe, trailer));
    pictures.put("image/gif;animated", withGifExtension(animatedGif(), 0xfe, trailer));
    pictures.put("image/webp;lossless", bytes(webp(), trailer));
    pictures.put("image/webp;lossy", bytes(lossyWebp(), trailer));
    pictures.put("image/webp", withRiffChunk(transparentWebp(), "EXIF", EXIF));
    pictures.put("image/webp;animated", withRiffChunk(animatedWebp(), "XMP ", xmp()));
    return pictures;
  }

  /** A WebP of 20 by 12 pixels with a camera's notes that say it lies on its side. */
  public static byte[] lyingWebp(byte[] plain) {
    boolean isExtended = plain[15] == 'X';
    byte[] header = {(byte) (isExtended ? plain[20] | 8 : 8), 0, 0, 0, 19, 0, 0, 11, 0, 0};
    byte[] pixels = Arrays.copyOfRange(plain, isExtended ? 30 : 12, plain.length);
    byte[] body = bytes(latin("WEBP"), riffChunk("VP8X", header), pixels, riffChunk("EXIF", EXIF));
    return bytes(latin("RIFF"), little(body.length), body);
  }

  static byte[] exifSegment() {
    return jpegSegment(0xe1, bytes(latin("Exif\0\0"), EXIF));
  }

  static byte[] xmp() {
    return latin(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>"
            + SECRET
            + "</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>");
  }

  static byte[] iptc() {
    byte[] set = bytes(new byte[] {0x1c, 2, 90, 0, (byte) SECRET.length()}, latin(SECRET));
    return bytes(
        latin("Photoshop 3.0\0"),
        latin("8BIM\u0004\u0004\0\0\0\0"),
        new byte[] {0, (byte) set.length},
        set);
  }

  static byte[] exifData() {
    return EXIF.clone();
  }

  private static byte[] exif() {
    byte[] text = latin(SECRET + "\0\0\0");
    ByteBuffer out = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 32 + 2 + 12 + 4);
    out.order(ByteOrder.LITTLE_ENDIAN).put(latin("II*\0")).putInt(8).putShort((short) 3);
    out.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6);
    out.putShort((short) 0x013b).putShort((short) 2).putInt(30).putInt(50);
    out.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(82);
    out.putInt(0).put(text, 0, 32);
    out.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2).put(latin("N\0\0\0"));
    return out.putInt(0).array();
  }

  public static byte[] withPngChunk(byte[] png, String name, byte[] data) {
    return insert(png, 33, pngChunk(name, data));
  }

  static byte[] pngChunk(String name, byte[] data) {
    byte[] named = bytes(latin(name), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return bytes(number(data.length), named, number((int) sum.getValue()));
  }

  static byte[] jpegSegment(int marker, byte[] data) {
    return bytes(number(0xff000000 | marker << 16 | data.length + 2), data);
  }

  static byte[] withGifExtension(byte[] gif, int label, byte[]... blocks) {
    byte[] extension = {0x21, (byte) label};
    for (byte[] block : blocks) {
      extension = bytes(extension, new byte[] {(byte) block.length}, block);
    }
    return insert(gif, gif.length - 1, bytes(extension, new byte[1]));
  }

  static byte[] withRiffChunk(byte[] webp, String name, byte[] data) {
    byte[] body = bytes(Arrays.copyOfRange(webp, 8, webp.length), riffChunk(name, data));
    return bytes(latin("RIFF"), little(body.length), body);
  }

  static byte[] riffChunk(String name, byte[] data) {
    return bytes(latin(name), little(data.length), data, new byte[data.length & 1]);
  }

  static byte[] compressed(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] insert(byte[] whole, int at, byte[] part) {
    return bytes(Arrays.copyOf(whole, at), part, Arrays.copyOfRange(whole, at, whole.length));
  }

  static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] little(int value) {
    return number(Integer.reverseBytes(value));
  }

  /** The pixels of the first picture in a file. */
  static int[] pixels(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage colourful(int type) {
    BufferedImage image = new BufferedImage(20, 12, type);
    for (int x = 0; x < 20; x++) {
      for (int y = 0; y < 12; y++) {
        image.setRGB(x, y, 0xff000000 | x * 12 << 16 | y * 20 << 8 | (x * y) % 256);
      }
    }
    return image;
  }

  private static byte[] written(String format, BufferedImage image) {
    return written(format, image, false);
  }

  private static byte[] written(String format, BufferedImage image, boolean isProgressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (isProgressive) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.dispose();
    return out.toByteArray();
  }
}
