package dev.fortnight.privacy;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Tells what the texts of a PNG said that are not kept. */
final class PngTexts {

  private static final Pattern PERSON = Pattern.compile("(?i)author|copyright|artist|creator");
  private static final Pattern HARMLESS = Pattern.compile("(?i)software|creation time|date:.*");

  /** Of compressed texts, enough to see what they are about. */
  private static final int ENOUGH = 1 << 20;

  private int left = ENOUGH;

  Set<PictureTrace> traces(String chunk, byte[] data) {
    if (!chunk.equals("tEXt") && !chunk.equals("zTXt") && !chunk.equals("iTXt")) {
      return Set.of();
    }
    String whole = PictureBytes.latin(data);
    String keyword = whole.substring(0, Math.max(0, whole.indexOf('\0')));
    String text = whole + inflated(data, keyword.length() + (chunk.equals("zTXt") ? 2 : 5));
    if (keyword.equals("XML:com.adobe.xmp") || keyword.contains("xmp")) {
      return PictureTraces.ofXmp(text);
    }
    if (keyword.startsWith("Raw profile type")) {
      return PictureTraces.ofHexadecimal(text);
    }
    if (PERSON.matcher(keyword).matches()) {
      return Set.of(PictureTrace.PERSON);
    }
    return HARMLESS.matcher(keyword).matches() ? Set.of() : Set.of(PictureTrace.WORDS);
  }

  private String inflated(byte[] data, int start) {
    if (start >= data.length) {
      return "";
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data, start, data.length - start);
      byte[] part = new byte[Math.min(left, 20 * (data.length - start))];
      int length = inflater.inflate(part);
      left -= length;
      return PictureBytes.latin(Arrays.copyOf(part, length));
    } catch (DataFormatException notCompressed) {
      return "";
    } finally {
      inflater.end();
    }
  }
}
