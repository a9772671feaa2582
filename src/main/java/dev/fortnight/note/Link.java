package dev.fortnight.note;

import java.util.regex.Pattern;

/**
 * A link or an image in a note's text.
 *
 * @param target as written
 * @param isImage whether it is an image
 * @param words the text of a link, the alternative text of an image
 */
public record Link(String target, TextPlace place, boolean isImage, String words) {

  private static final Pattern BEHIND_PATH = Pattern.compile("[?#].*");
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  /** In the file, from 1. */
  public int line() {
    return place.line();
  }

  /** The same link with its text. */
  Link saying(String text) {
    return new Link(target, place, isImage, text);
  }

  /** The target without query and fragment. */
  public String path() {
    return BEHIND_PATH.matcher(target).replaceFirst("");
  }

  /** The fragment with its hash, or nothing. */
  public String fragment() {
    int hash = target.indexOf('#');
    return hash < 0 ? "" : target.substring(hash);
  }

  /** Whether the target names a scheme or a host, so that it leaves the site. */
  public boolean isExternal() {
    return SCHEME.matcher(target).matches() || target.startsWith("//");
  }
}
