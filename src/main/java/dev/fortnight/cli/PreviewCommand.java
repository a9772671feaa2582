package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.DesktopBrowser;
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
      description =
          "The port to serve on, on this machine only; 0 takes a free one (default: 4000, or the"
              + " next that is free).")
  private Integer port;

  @Option(names = "--open", description = "Opens the preview in your browser.")
  private boolean isOpened;

  @Override
  public Integer call() throws InterruptedException {
    if (port != null) {
      ServeCommand.check(port, command);
    }
    Path out = source.folder().resolve(".fortnight").resolve("preview");
    keepOutOfTheRepository(out.getParent());
    PreviewState state = new PreviewState(out);
    PreviewReport report =
        new PreviewReport(command.commandLine().getOut(), command.commandLine().getErr());
    Preview preview =
        new Preview(
            new PreviewBuild(source, out), state, report, CommandClock.from(System.getenv()));
    try (PreviewServer server = server(state);
        FolderWatch watch = FolderWatch.of(source.places())) {
      server.closeOnSignals();
      preview.build(Optional.empty());
      command.commandLine().getOut().println("Previewing on " + server.address());
      if (isOpened && !DesktopBrowser.of(System.getProperty("os.name")).open(server.address())) {
        command.commandLine().getErr().println("No browser can be opened here. Open the address.");
      }
      preview.run(watch);
    }
    return 0;
  }

  private PreviewServer server(PreviewState state) {
    return port == null ? PreviewServer.start(state) : PreviewServer.start(port, state);
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
