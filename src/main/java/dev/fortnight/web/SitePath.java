package dev.fortnight.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path on the site that stays on the site.
 *
 * @param names of the folders and the file, none of them hidden or with a slash in it
 * @param endsWithSlash whether a folder is asked for
 */
record SitePath(List<String> names, boolean endsWithSlash) {

  /**
   * @param raw as the browser sent it, after {@code /site/}
   * @return empty where it could lead elsewhere
   */
  static Optional<SitePath> of(String raw) {
    if (raw.isEmpty()) {
      return Optional.of(new SitePath(List.of(), true));
    }
    boolean endsWithSlash = raw.endsWith("/");
    String path = endsWithSlash ? raw.substring(0, raw.length() - 1) : raw;
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      Optional<String> decoded = decoded(name).filter(SitePath::isPlain);
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      names.add(decoded.get());
    }
    return Optional.of(new SitePath(List.copyOf(names), endsWithSlash));
  }

  private static Optional<String> decoded(String name) {
    try {
      return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Hidden files are bookkeeping, of git or of Fortnight. */
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && !name.startsWith(".")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ' || c == 0x7f);
  }

  SitePath index() {
    List<String> longer = new ArrayList<>(names);
    longer.add("index.html");
    return new SitePath(List.copyOf(longer), false);
  }

  /** Relative, with forward slashes. */
  String text() {
    return String.join("/", names);
  }
}
