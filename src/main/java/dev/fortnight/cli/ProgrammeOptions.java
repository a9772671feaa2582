package dev.fortnight.cli;

import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which programme a command works on, and where its state is. */
public final class ProgrammeOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--programme",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The programme's folder, which holds research/ (default: here).")
  private Path programme;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the state is kept: database, caches, contents (default: FORTNIGHT_DATA, or data"
              + " beside the programme's folder).")
  private Path data;

  private Path folder;

  /**
   * The programme's folder. It is looked for once: where an editor or a checkout takes the file
   * away for a moment, whoever reads it says so.
   *
   * @throws ParameterException if there is none
   */
  public Path folder() {
    if (folder == null) {
      folder = found();
    }
    return folder;
  }

  private Path found() {
    if (!isThere()) {
      throw new ParameterException(
          command.commandLine(),
          "There is no programme in '"
              + programme
              + "': "
              + ProgrammeReader.FILE
              + " is missing. Run the command in a programme's folder, or name it with --programme"
              + " DIR.");
    }
    return programme.toAbsolutePath().normalize();
  }

  /** Whether there is a programme, for a command that can do without. */
  boolean isThere() {
    return Files.isRegularFile(programme.resolve(ProgrammeReader.FILE));
  }

  /** The data folder, whether it is there yet or not. */
  public Path data() {
    return Optional.ofNullable(data)
        .or(() -> Optional.ofNullable(System.getenv("FORTNIGHT_DATA")).map(Path::of))
        .orElseGet(() -> folder().resolveSibling("data"))
        .toAbsolutePath()
        .normalize();
  }

  /** Where the state is: in the data folder, unless the environment names a server. */
  DatabaseAddress database(Map<String, String> environment) {
    return DatabaseAddress.of(data(), environment);
  }
}
