package dev.fortnight.note;

/**
 * A link or an image in a note's text.
 *
 * @param target as written
 * @param isImage whether it is an image
 * @param words the text of a link, the alternative text of an image
 */
public record Link(String target, TextPlace place, boolean isImage, String words) {

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
    for (int at = 0; at < target.length(); at++) {
      if (target.charAt(at) == '?' || target.charAt(at) == '#') {
        return target.substring(0, at);
      }
    }
    return target;
  }

  /** The fragment with its hash, or nothing. */
  public String fragment() {
    int hash = target.indexOf('#');
    return hash < 0 ? "" : target.substring(hash);
  }

  /** Whether the target names a scheme or a host, so that it leaves the site. */
  public boolean isExternal() {
    return hasScheme() || target.startsWith("//");
  }

  /** A build asks this of each link several times, so it costs nothing. */
  private boolean hasScheme() {
    for (int at = 0; at < target.length(); at++) {
      char c = target.charAt(at);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean goesOn = c >= '0' && c <= '9' || c == '+' || c == '.' || c == '-';
      if (c == ':') {
        return at > 0;
      }
      if (!isLetter && (at == 0 || !goesOn)) {
        return false;
      }
    }
    return false;
  }
}
