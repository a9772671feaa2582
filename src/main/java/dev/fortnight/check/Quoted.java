package dev.fortnight.check;

import dev.fortnight.programme.YamlPlace;
import java.util.regex.Pattern;

/**
 * Repeats what a note says where it looks like a name of ours, and nothing else: where a reference
 * is expected, somebody may have written a person's name or address.
 */
final class Quoted {

  private static final int LONGEST = 100;

  private static final Pattern REFERENCE = Pattern.compile("[a-z0-9/#.-]{1," + LONGEST + "}");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1," + LONGEST + "}");

  private Quoted() {}

  /** {@code finding 'name'}, or {@code such finding} where the name is none. */
  static String as(String word, String reference) {
    return isReference(reference) ? word + " '" + reference + "'" : "such " + word;
  }

  /** {@code 'name'}, or other words where the name is none. */
  static String or(String otherwise, String reference) {
    return isReference(reference) ? "'" + reference + "'" : otherwise;
  }

  /** {@code 'outer.name'}, or the words for any key. */
  static String key(YamlPlace place) {
    return KEY.matcher(place.path()).matches() ? "'" + place.path() + "'" : "this key";
  }

  private static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }
}
