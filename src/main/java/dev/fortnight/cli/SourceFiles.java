package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up the lines that problems are about. */
final class SourceFiles {

  private final Path folder;
  private final Map<String, Optional<SourceText>> texts = new HashMap<>();

  /**
   * @param folder the programme's folder
   */
  SourceFiles(Path folder) {
    this.folder = folder;
  }

  /** The line of a location; empty for a whole file and for what is no file. */
  Optional<SourceLine> line(SourceLocation location) {
    if (location.line() == 0) {
      return Optional.empty();
    }
    return texts
        .computeIfAbsent(location.file(), this::text)
        .flatMap(text -> text.line(location.line()));
  }

  /** Programs differ in whether offsets count the mark. */
  boolean hasByteOrderMark(String file) {
    return line(new SourceLocation(file, 1)).filter(first -> first.start() > 0).isPresent();
  }

  /** An export of topics can stand elsewhere, relative to where the command runs. */
  private Optional<SourceText> text(String file) {
    return Stream.of(folder.resolve(file), Path.of(file))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(SourceFiles::read);
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ProblemException(file + " cannot be read", "Check its permissions.", e);
    }
  }
}
