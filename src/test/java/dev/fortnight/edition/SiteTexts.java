package dev.fortnight.edition;

import dev.fortnight.site.SiteTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in a tree's files. */
final class SiteTexts {

  private SiteTexts() {}

  /** By path. */
  static Map<String, String> of(SiteTree site) {
    Map<String, String> texts = new TreeMap<>();
    site.files()
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /** Paths and texts in one, without those of the theme. */
  static String joined(SiteTree site) {
    return of(site).entrySet().stream()
        .filter(file -> !file.getKey().startsWith("assets/"))
        .map(file -> file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining("\n"));
  }
}
