package dev.fortnight.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command finds its programme and the programme's state. */
public final class ProgrammeOptions {

  @Option(
      names = "--programme",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The programme's folder. Default: here.")
  private Path folder;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:FORTNIGHT_DATA}",
      description =
          "Where state is kept: database, caches, contents. Default: FORTNIGHT_DATA, or else data"
              + " in the programme's folder.")
  private Path data;

  /** The programme's folder. */
  public Path folder() {
    return folder;
  }

  /** The folder that holds its state. */
  public Path data() {
    return data == null ? folder.resolve("data") : data;
  }
}
