package dev.fortnight.cli;

import dev.fortnight.note.NoteReader;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pseudonyms of participants, P01, P02 and so on. */
final class Pseudonyms {

  private static final Pattern PSEUDONYM =
      Pattern.compile("(?<![\\p{L}\\p{Nd}])P([0-9]{2,6})(?![\\p{L}\\p{Nd}])");

  private Pseudonyms() {}

  /**
   * The one after the highest in all notes, whether they can be read as notes or not.
   *
   * @param research the folder with the notes
   */
  static String next(Path research) {
    try (Stream<Path> paths = Files.walk(research)) {
      int highest =
          paths
              .filter(path -> NoteReader.isNote(relative(research, path)))
              .filter(Files::isRegularFile)
              .mapToInt(Pseudonyms::highest)
              .max()
              .orElse(0);
      return String.format(Locale.ROOT, "P%02d", highest + 1);
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException("the notes cannot be read", "Check their permissions.", e);
    }
  }

  private static String relative(Path research, Path path) {
    return research.relativize(path).toString().replace('\\', '/');
  }

  private static int highest(Path note) {
    try {
      String text = new String(Files.readAllBytes(note), StandardCharsets.UTF_8);
      return PSEUDONYM
          .matcher(text)
          .results()
          .map((MatchResult found) -> found.group(1))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
