package dev.fortnight.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that a peer and we are given.
 *
 * @param difference why we come to something else on purpose; empty where we must agree
 */
record PeerExample(String name, String text, Optional<String> difference) {

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## ([^\\n]+)\\n(.*?)^````example\\n(.*?)^````$");

  private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\\n.*?\\n---\\n");

  /** A note in the specification ends at the next one, or at a line with a full stop or a fence. */
  private static final Pattern NOTE =
      Pattern.compile("(?ms)^research/interviews/\\S+\\.md\\n(.*?)(?=^(?:research/|\\.$|```$))");

  /** The examples of a page of {@code src/test/resources/peers}. */
  static List<PeerExample> of(String page) {
    return SECTION
        .matcher(read(Path.of("src/test/resources/peers", page)))
        .results()
        .map(
            section ->
                new PeerExample(
                    section.group(1),
                    section.group(3),
                    Optional.of(section.group(2).strip()).filter(reason -> !reason.isEmpty())))
        .toList();
  }

  /** The notes in the examples of a page of the specification that can be read. */
  static List<PeerExample> ofSpecification(String page) {
    return NOTE.matcher(read(Path.of("src/test/resources/spec", page)))
        .results()
        .filter(note -> isClosed(note.group(1)))
        .map(note -> ofNote(page + " at " + note.start(), note.group(1)))
        .toList();
  }

  private static boolean isClosed(String note) {
    return !note.startsWith("---\n") || FRONT_MATTER.matcher(note).find();
  }

  /** All notes under a folder. */
  static List<PeerExample> ofNotes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(file -> ofNote(file.toString(), read(file)))
          .toList();
    }
  }

  /** Without the front matter, which no Markdown parser knows. */
  private static PeerExample ofNote(String name, String note) {
    return new PeerExample(name, FRONT_MATTER.matcher(note).replaceFirst(""), Optional.empty());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
