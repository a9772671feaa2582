package dev.fortnight.publish;

import java.util.Arrays;

/** Tells paths that stay inside a site from those that a stranger might have thought of. */
final class PlainPath {

  private static final int LONGEST = 1000;

  private PlainPath() {}

  static boolean is(String path) {
    return !path.isEmpty()
        && path.length() <= LONGEST
        && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':')
        && Arrays.stream(path.split("/", -1)).allMatch(PlainPath::isPlainName);
  }

  private static boolean isPlainName(String name) {
    return !name.isEmpty() && !name.equals(".") && !name.equals("..") && !name.equals(".git");
  }
}
