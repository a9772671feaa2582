package dev.fortnight.privacy;

import java.util.Set;

/**
 * A picture as it may be published: what shows it and nothing besides, or why it may not.
 *
 * <p>Containers are written anew through lists of what is kept; compressed pixels are copied, never
 * encoded again. The same file always gives the same bytes, and a clean picture gives itself.
 */
public sealed interface Picture {

  /**
   * May be published.
   *
   * @param extension that fits what the file holds, whatever it was called
   * @param traces what was taken out that is about somebody or would have surprised
   * @param words what can still be read in it as text: titles, descriptions and labels of an SVG,
   *     one to a line; empty for others, whose words are pixels
   */
  record Clean(byte[] bytes, String extension, Set<PictureTrace> traces, String words)
      implements Picture {}

  /**
   * Can't be cleaned.
   *
   * @param why continues the file's name: {@code is damaged}
   * @param remedy what to do next, as a full sentence
   */
  record Refused(String why, String remedy) implements Picture {}

  /** Cleans a file, whatever it is; never throws because of what it holds. */
  static Picture of(byte[] source) {
    return PictureCleaning.any(source);
  }
}
