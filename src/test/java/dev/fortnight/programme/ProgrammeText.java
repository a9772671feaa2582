package dev.fortnight.programme;

import dev.fortnight.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads a text as a programme's description, and tells its problems a line each. */
final class ProgrammeText {

  private ProgrammeText() {}

  static ProgrammeReader.Result read(Path folder, String text) throws IOException {
    Files.createDirectories(folder.resolve("research"));
    Files.writeString(folder.resolve("research/programme.yml"), text);
    return ProgrammeReader.read(folder);
  }

  static String problems(ProgrammeReader.Result result) {
    return result.problems().stream()
        .map(Problem::toString)
        .map(problem -> problem + "\n")
        .collect(Collectors.joining());
  }
}
