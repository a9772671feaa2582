package dev.fortnight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight demo}. */
@Command(
    name = "demo",
    description = {
      "Shows everything on the bundled programme, without a network and on a clock of its own:"
          + " topics, checks, the working site, two reviews, two editions, their publication to a"
          + " git repository and what Slack would be told.",
      "In DIR it leaves programme/ (research and theme), site.git (the published repository),"
          + " site/ (its files), announcements.jsonl and data/. A demonstration that is there"
          + " already is made anew."
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "fortnight-demo",
      description = "Where to put it (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--no-serve",
      description = "Stop when all is made, instead of serving the site and the review.")
  private boolean noServe;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to serve on, on this machine only (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws IOException {
    ServeCommand.check(port, command);
    PrintWriter out = command.commandLine().getOut();
    Demonstration demonstration = new Demonstration(folder.toAbsolutePath().normalize(), out);
    demonstration.run();
    if (!noServe) {
      demonstration.serve(port);
    }
    return 0;
  }
}
