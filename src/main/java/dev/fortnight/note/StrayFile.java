package dev.fortnight.note;

import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says so when a file looks like a note and is none, because of where it is or what it is called.
 */
final class StrayFile {

  private static final List<String> FOLDERS =
      Arrays.stream(NoteKind.values()).map(NoteKind::folder).toList();

  private StrayFile() {}

  /**
   * @param path relative to {@code research/}, of a file that is not read as a note
   */
  static Optional<Problem> problem(String path, BasicFileAttributes attributes) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean isMarkdown = name.endsWith(".md") || name.endsWith(".markdown");
    String folder = path.split("/", 2)[0];
    if (NoteKind.ofFolder(folder).isPresent() && (isMarkdown || attributes.isSymbolicLink())) {
      return Optional.of(
          warning(
              path,
              isMarkdown
                  ? "this file's name has characters that a note's cannot have"
                  : "this is a link, which Fortnight does not follow",
              isMarkdown ? "Rename it." : "Put the folder or the note itself here."));
    }
    return isMarkdown && !name.equalsIgnoreCase("README.md")
        ? Optional.of(warning(path, "this stands in no folder of notes", remedy(folder)))
        : Optional.empty();
  }

  private static String remedy(String folder) {
    return NearestName.of(folder, FOLDERS)
        .map(near -> "Did you mean the folder '" + near + "'?")
        .orElse("Move it to one of " + String.join(", ", FOLDERS) + ".");
  }

  /** Line breaks and the like in a file's name must not reach a terminal. */
  private static Problem warning(String path, String what, String remedy) {
    return Problem.warning(
        "folder",
        SourceLocation.file("research/" + path.replaceAll("\\p{Cntrl}", "�")),
        what + ", so it is not published",
        remedy);
  }
}
