package dev.fortnight.note;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Captions of a recording as they may be published: their cues and nothing besides. Comments,
 * styles, regions and names of cues are left out, so nobody has to search what no viewer sees.
 *
 * @param text WebVTT, written anew; reading it again gives the same
 * @param said what viewers can read of it, in its order
 */
public record Captions(String text, List<Said> said) {

  /**
   * A line of a cue without its marks.
   *
   * @param line where it stands in the file that was read, from 1
   */
  public record Said(int line, String words) {}

  /** All that can be read, so that what goes on in the next line or cue is found as one. */
  public String words() {
    return said.stream().map(Said::words).collect(Collectors.joining("\n"));
  }

  /**
   * The line of the file that a place in {@link #words} is from.
   *
   * @param offset in UTF-16 units
   */
  public int line(int offset) {
    int end = -1;
    for (Said one : said) {
      end += one.words().length() + 1;
      if (offset <= end) {
        return one.line();
      }
    }
    throw new IndexOutOfBoundsException(offset);
  }

  /** Whether a file is read as captions. */
  public static boolean isNamed(String path) {
    return path.endsWith(".vtt");
  }
}
