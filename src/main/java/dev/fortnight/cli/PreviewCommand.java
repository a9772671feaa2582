package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.PreviewServer;
import dev.fortnight.web.PreviewState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight preview}. */
@Command(
    name = "preview",
    description = {
      "Builds the working site, serves it on this machine only, and builds and loads it again as"
          + " files change. Problems are shown here and on the pages.",
      "The site is kept in .fortnight/preview, which can be deleted at any time. Ctrl-C ends it."
    })
final class PreviewCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "4000",
      description =
          "The port to serve on, on this machine only; 0 takes a free one (default:"
              + " ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    ServeCommand.check(port, command);
    Path out = source.folder().resolve(".fortnight").resolve("preview");
    keepOutOfTheRepository(out.getParent());
    PreviewState state = new PreviewState(out);
    PreviewReport report =
        new PreviewReport(command.commandLine().getOut(), command.commandLine().getErr());
    Preview preview =
        new Preview(
            new PreviewBuild(source, out), state, report, CommandClock.from(System.getenv()));
    try (PreviewServer server = PreviewServer.start(port, state);
        FolderWatch watch = FolderWatch.of(source.places())) {
      server.closeOnSignals();
      preview.build(Optional.empty());
      command.commandLine().getOut().println("Previewing on " + server.address());
      preview.run(watch);
    }
    return 0;
  }

  private static void keepOutOfTheRepository(Path folder) {
    Path ignored = folder.resolve(".gitignore");
    try {
      Files.createDirectories(folder);
      if (Files.notExists(ignored)) {
        Files.writeString(ignored, "*\n");
      }
    } catch (IOException e) {
      throw new ProblemException(
          folder + " cannot be written", "Check its permissions and the space left.", e);
    }
  }
}
