package dev.fortnight.cli;

import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.web.signin.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight sign-in}. */
@Command(
    name = "sign-in",
    description = {
      "Prints a link that signs a browser in to the review of a server on this machine. It works"
          + " once, within ten minutes.",
      "Whoever opens it decides under the name that you give."
    })
final class SignInCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ProgrammeOptions programme;
  @Mixin private ApproverOption approver;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port that the server is on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() {
    ServeCommand.check(port, command);
    URI server = URI.create("http://127.0.0.1:" + port + "/");
    command
        .commandLine()
        .getOut()
        .println(
            link(server, programme.folder(), programme.database(System.getenv()), approver.name()));
    return 0;
  }

  /**
   * A link to a server.
   *
   * @param server its address, ending with a slash
   * @param name what is shown with the decisions of whoever opens it
   */
  static String link(URI server, Path folder, DatabaseAddress state, String name) {
    String id = ProgrammeReader.read(folder).programme().id();
    try (Database database = Database.open(state)) {
      return server
          .resolve("sign-in?token=" + new SignIn(database, Clock.systemUTC()).link(id, name))
          .toString();
    }
  }
}
