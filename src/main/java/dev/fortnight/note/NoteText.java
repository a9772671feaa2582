package dev.fortnight.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a note's file, taken apart.
 *
 * @param whole lines ending in a line feed, without byte order mark and NUL
 * @param yaml the front matter without its fences; empty where there is none
 * @param bodyLine the line of the file that the body begins at
 */
record NoteText(String whole, String yaml, String body, int bodyLine) {

  /** Honest notes have a few kilobytes; parsers get slow long before this. */
  private static final int LARGEST = 256 * 1024;

  private static final int LARGEST_FRONT_MATTER = 16 * 1024;

  private static final Pattern OPENING = Pattern.compile("---[ \\t]*\\n");
  private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");
  private static final Pattern MISPLACED =
      Pattern.compile("[\\s\\p{Cf}]+---[ \\t]*\\n|[\\s\\p{Cf}]*\\+\\+\\+[ \\t]*\\n");

  /** Says why a file is no note, and in which line. */
  static final class UnreadableException extends Exception {

    private final int line;
    private final String remedy;

    UnreadableException(int line, String what, String remedy) {
      super(what);
      this.line = line;
      this.remedy = remedy;
    }

    int line() {
      return line;
    }

    String remedy() {
      return remedy;
    }
  }

  static NoteText of(byte[] bytes) throws UnreadableException {
    if (bytes.length > LARGEST) {
      throw new UnreadableException(
          0, "the file is over 256 KiB", "Split it, or move its tables to data.");
    }
    String whole;
    try {
      whole = text(bytes);
    } catch (CharacterCodingException e) {
      throw new UnreadableException(0, "the file is not UTF-8", "Save it as UTF-8.");
    }
    if (MISPLACED.matcher(whole).lookingAt()) {
      throw new UnreadableException(
          1,
          "the front matter does not begin in the first line with '---'",
          "Remove what stands above it, and write it as YAML between two lines '---'.");
    }
    return split(whole);
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return withoutMark.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
  }

  private static NoteText split(String whole) throws UnreadableException {
    Matcher opening = OPENING.matcher(whole);
    if (!opening.lookingAt()) {
      return new NoteText(whole, "", whole, 1);
    }
    int start = opening.end();
    Matcher closing = CLOSING.matcher(whole);
    if (!closing.find(start)) {
      throw new UnreadableException(
          1, "the front matter is never closed", "Add a line '---' under it.");
    }
    if (closing.start() - start > LARGEST_FRONT_MATTER) {
      throw new UnreadableException(1, "the front matter is over 16 KiB", "Move text below it.");
    }
    int bodyStart = Math.min(whole.length(), closing.end() + 1);
    int bodyLine = 1 + (int) whole.substring(0, bodyStart).chars().filter(c -> c == '\n').count();
    return new NoteText(
        whole, whole.substring(start, closing.start()), whole.substring(bodyStart), bodyLine);
  }
}
