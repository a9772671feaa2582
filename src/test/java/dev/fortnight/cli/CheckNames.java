package dev.fortnight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of checks, as they stand in the sources. */
final class CheckNames {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:Problem\\s*\\.\\s*(?:error|warning|question)\\(|String (?:NAME|CHECK) =)\\s*"
              + "\"([a-z-]+)\"");

  /** The packages that make problems. */
  private static final Pattern CHECKED =
      Pattern.compile("/(?:check|cycle|note|privacy|programme|topic)/[^/]+\\.java$");

  private CheckNames() {}

  static Set<String> inTheSources() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/fortnight"))) {
      for (Path file : files.filter(path -> CHECKED.matcher(path.toString()).find()).toList()) {
        NAME.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
      }
    }
    return names;
  }
}
