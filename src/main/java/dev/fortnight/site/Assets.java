package dev.fortnight.site;

import dev.fortnight.check.CheckedFile;
import dev.fortnight.check.CheckedResearch;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a tree that pages are shown with. */
final class Assets {

  private Assets() {}

  /** Writes the looks, and the media that notes show. */
  static void write(CheckedResearch research, Theme theme, SiteSink sink) {
    research.files().values().stream()
        .collect(Collectors.toMap(CheckedFile::address, CheckedFile::content, (a, b) -> a))
        .forEach(sink::file);
    looks(research, theme).forEach(sink::file);
  }

  /** Style sheets and scripts, by path. */
  static Map<String, byte[]> looks(CheckedResearch research, Theme theme) {
    String accent = ":root{--accent:" + research.programme().site().colour() + "}\n";
    Map<String, byte[]> assets = new TreeMap<>();
    assets.put("assets/govuk-frontend.css", GovukFrontend.stylesheet());
    assets.put("assets/programme.css", accent.getBytes(StandardCharsets.UTF_8));
    assets.putAll(theme.assets());
    return assets;
  }
}
