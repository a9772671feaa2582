package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the place of a file's name that is personal data itself. */
final class HiddenName {

  private static final Pattern FORM =
      Pattern.compile("(research/(?:[^/]+/)?)(\\(file \\d+ of \\d+ by path\\))");

  private HiddenName() {}

  /**
   * A file by its place among those of its folder, so that whoever may see the folder finds it.
   *
   * @param programme the programme's folder
   * @param file relative to it, in {@code research/}
   */
  static String of(Path programme, String file) {
    String[] parts = file.split("/");
    String folder = parts.length > 2 ? parts[0] + "/" + parts[1] + "/" : parts[0] + "/";
    List<String> files = files(programme, folder);
    return folder + "(file " + (files.indexOf(file) + 1) + " of " + files.size() + " by path)";
  }

  private static List<String> files(Path programme, String folder) {
    try (Stream<Path> files = Files.walk(programme.resolve(folder))) {
      return files
          .filter(path -> !Files.isDirectory(path))
          .map(path -> programme.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ProblemException(folder + " cannot be read", "Check its permissions.", e);
    }
  }

  /** The folder of a hidden name; empty for any other. */
  static Optional<String> folder(String shown) {
    Matcher matcher = FORM.matcher(shown);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What tells the file within its folder. */
  static String place(String shown) {
    return shown.substring(folder(shown).orElseThrow().length());
  }
}
