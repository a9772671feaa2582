package dev.fortnight.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a long page of HTML is to be searched, where an earlier state of it was searched and let
 * through: what differs, with what may decide about it. It begins and ends before tags, so that it
 * is read as in the whole.
 */
public final class PageDifference {

  /** How much that is the same is looked at before and behind what differs, in bytes of UTF-8. */
  private static final int MARGIN = 1 << 16;

  /** In bytes; to search less takes no time. */
  private static final int LONG = 4 * MARGIN;

  /**
   * How much that is the same is searched before and behind what differs at least, in UTF-16 units:
   * far more than what points to a person is long, with the words around it that decide.
   */
  private static final int CONTEXT = HtmlTag.LONGEST;

  /** What decides about text however far away: comments, which are read apart, and code. */
  private static final List<byte[]> REACHING_FAR =
      Stream.of("<!--", "-->", "`", "<code", "</code").map(PageDifference::latin).toList();

  /** In bytes. */
  private static final int BLOCK = 1 << 10;

  private PageDifference() {}

  /**
   * Whether a page may be kept to be compared with the next state of it.
   *
   * @param page in UTF-8
   */
  public static boolean isOf(byte[] page) {
    return page.length >= LONG && !reachesFar(page, 0, page.length);
  }

  /**
   * Empty where the whole page has to be searched.
   *
   * @param page in UTF-8
   * @param seen an earlier state, of which {@link #isOf} is true and in which nothing was found
   */
  public static Optional<String> between(byte[] page, byte[] seen) {
    int same = Arrays.mismatch(page, seen);
    if (same < 0) {
      return Optional.of("");
    }
    int differs = beginning(page, same);
    int last = page.length - sameAtEnd(page, seen, Math.min(page.length, seen.length) - same);
    int from = beginning(page, Math.max(0, differs - MARGIN));
    int to = beginning(page, Math.min(page.length, last + MARGIN));
    if (reachesFar(page, from, to)) {
      return Optional.empty();
    }
    String text = text(page, from, to);
    int before = text(page, from, differs).length();
    int behind = text.length() - text(page, beginning(page, last), to).length();
    int start = from == 0 ? 0 : tagFrom(text, HtmlTag.LONGEST);
    int end = to == page.length ? text.length() : tagFrom(text, behind + CONTEXT + HtmlTag.LONGEST);
    boolean isCut = start >= 0 && end >= 0 && (from == 0 || start + CONTEXT <= before);
    return isCut ? Optional.of(text.substring(start, end)) : Optional.empty();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean reachesFar(byte[] page, int start, int end) {
    for (int at = start; at < end; at++) {
      byte sign = page[at];
      if ((sign == '<' || sign == '-' || sign == '`') && isReachingFar(page, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReachingFar(byte[] page, int place) {
    for (byte[] mark : REACHING_FAR) {
      int same = 0;
      while (same < mark.length
          && place + same < page.length
          && mark[same] == lower(page[place + same])) {
        same++;
      }
      if (same == mark.length) {
        return true;
      }
    }
    return false;
  }

  private static int lower(byte sign) {
    return sign >= 'A' && sign <= 'Z' ? sign + 32 : sign;
  }

  /** Many bytes at once take a fraction of the time of one after the other. */
  private static int sameAtEnd(byte[] page, byte[] seen, int most) {
    int same = 0;
    while (same + BLOCK <= most && isBlockSame(page, seen, same)) {
      same += BLOCK;
    }
    while (same < most && page[page.length - 1 - same] == seen[seen.length - 1 - same]) {
      same++;
    }
    return same;
  }

  private static boolean isBlockSame(byte[] page, byte[] seen, int behind) {
    int end = page.length - behind;
    int seenEnd = seen.length - behind;
    return Arrays.equals(page, end - BLOCK, end, seen, seenEnd - BLOCK, seenEnd);
  }

  /** Where the character begins that a place is in. */
  private static int beginning(byte[] page, int place) {
    int at = place;
    while (at > 0 && at < page.length && (page[at] & 0xC0) == 0x80) {
      at--;
    }
    return at;
  }

  private static String text(byte[] page, int start, int end) {
    return new String(page, start, end - start, StandardCharsets.UTF_8);
  }

  /** The first tag from a place on that no tag before it could hold, as one of its values might. */
  private static int tagFrom(String text, int place) {
    char[] characters = text.toCharArray();
    int held = 0;
    int first = Math.max(0, place - HtmlTag.LONGEST);
    for (int at = text.indexOf('<', first); at >= 0; at = text.indexOf('<', at + 1)) {
      HtmlTag tag = HtmlTag.at(characters, at, characters.length);
      if (tag != null && at >= place && at > held) {
        return at;
      }
      held = tag == null ? held : Math.max(held, tag.close());
    }
    return -1;
  }
}
