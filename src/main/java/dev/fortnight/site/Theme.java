package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Jekyll theme: {@code _layouts}, {@code _includes} and {@code assets}.
 *
 * @param files by path relative to the theme's folder
 */
public record Theme(NavigableMap<String, byte[]> files) {

  private static final Pattern ID = Pattern.compile("\\bid=[\"']([^\"'{}]+)[\"']");

  private static final Pattern PART =
      Pattern.compile("(?:\\A---\\nlayout: *([\\w-]+))|\\{%-?\\s*include\\s+([\\w./-]+)");

  /** A theme that leaves everything to Fortnight's own. */
  static final Theme WITHOUT_ANYTHING = new Theme(new TreeMap<>());

  public Theme {
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
  }

  /** The theme of a programme: its own {@code site/}, or the bundled one where it has none. */
  public static Theme of(Path programmeFolder) {
    Path own = programmeFolder.resolve("site");
    try {
      return Files.isDirectory(own.resolve("_layouts")) ? read(own) : bundled();
    } catch (IOException e) {
      throw new ProblemException("the theme cannot be read", "Check the folder site/.", e);
    }
  }

  /** The theme that comes with Fortnight. */
  public static Theme bundled() {
    return BundledTheme.THEME;
  }

  static Theme read(Path folder) throws IOException {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (isTheme(name) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return new Theme(files);
  }

  static boolean isTheme(String name) {
    return name.startsWith("_layouts/")
        || name.startsWith("_includes/")
        || name.startsWith("_messages/")
        || name.startsWith("assets/");
  }

  Optional<String> layout(String name) {
    return text("_layouts/" + name + ".html");
  }

  /** The page about the next open call; empty where it lays out none, or none is held. */
  public Optional<URI> callPage(Programme programme) {
    boolean isShown =
        layout(OpenCallPage.LAYOUT).isPresent() && programme.cycle().openCall().isPresent();
    return isShown
        ? Optional.of(programme.site().url().resolve(OpenCallPage.ADDRESS))
        : Optional.empty();
  }

  Optional<String> include(String name) {
    return text("_includes/" + name);
  }

  /** Its wording in a language, such as {@code en}, as a file of YAML. */
  Optional<String> messages(String language) {
    return text("_messages/" + language + ".yml");
  }

  private Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
  }

  /** The files that a layout is made of: its own, those around it, and what they include. */
  NavigableMap<String, byte[]> filesOf(String layout) {
    NavigableMap<String, byte[]> found = new TreeMap<>();
    Queue<String> wanted = new ArrayDeque<>(List.of("_layouts/" + layout + ".html"));
    for (String path = wanted.poll(); path != null; path = wanted.poll()) {
      Optional<String> text = text(path);
      if (text.isPresent() && found.put(path, files.get(path)) == null) {
        Matcher parts = PART.matcher(text.get());
        while (parts.find()) {
          wanted.add(
              parts.group(1) == null
                  ? "_includes/" + parts.group(2)
                  : "_layouts/" + parts.group(1) + ".html");
        }
      }
    }
    return found;
  }

  /** The ids that layouts and includes give, which no note on the same page may have too. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.endsWith(".html")) {
        Matcher matcher = ID.matcher(text(path).orElseThrow());
        while (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }

  Map<String, byte[]> assets() {
    return files.subMap("assets/", "assets0");
  }

  /** Its layouts and includes. */
  Map<String, byte[]> templates() {
    Map<String, byte[]> templates = new TreeMap<>(files.subMap("_includes/", "_includes0"));
    templates.putAll(files.subMap("_layouts/", "_layouts0"));
    return templates;
  }
}
