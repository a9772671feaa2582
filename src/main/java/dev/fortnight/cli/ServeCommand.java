package dev.fortnight.cli;

import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.DatabaseAddress;
import dev.fortnight.web.LoopbackServer;
import dev.fortnight.web.Reach;
import dev.fortnight.web.signin.ProviderSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight serve}. */
@Command(
    name = "serve",
    description = {
      "Serves the review and the published site on this machine, and keeps both up to date: it"
          + " collects the notes every five minutes, publishes the working site, and publishes and"
          + " announces an edition once it is signed off.",
      "Where programme.yml names no repository to publish to, the site is in the data folder."
    },
    footer = {
      "",
      "From the environment: FORTNIGHT_GITHUB_TOKEN for private repositories,"
          + " FORTNIGHT_DEPLOY_KEY for publishing over SSH,"
          + " FORTNIGHT_WEBHOOK_SECRET for GitHub's webhook at /webhooks/github,"
          + " FORTNIGHT_SLACK_TOKEN or FORTNIGHT_SLACK_WEBHOOK for announcements,"
          + " FORTNIGHT_REMIND_TO, FORTNIGHT_MAIL_FROM and QUARKUS_MAILER_HOST for reminders by mail,"
          + " FORTNIGHT_REGISTER for the register of participants,"
          + " FORTNIGHT_DATABASE_URL, FORTNIGHT_DATABASE_USER and FORTNIGHT_DATABASE_PASSWORD for a"
          + " PostgreSQL database instead of the embedded one.",
      "",
      "To sign in at a provider: FORTNIGHT_SIGN_IN_PROVIDER (github, microsoft or an https address),"
          + " FORTNIGHT_SIGN_IN_CLIENT, FORTNIGHT_SIGN_IN_SECRET, FORTNIGHT_SIGN_IN_TENANT for"
          + " Microsoft, and FORTNIGHT_SIGN_IN_READERS, FORTNIGHT_SIGN_IN_REVIEWERS and"
          + " FORTNIGHT_SIGN_IN_OWNERS for who may what: login:NAME, team:ORGANISATION/TEAM or"
          + " claim:NAME=VALUE, with commas between."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65535;

  @Spec private CommandSpec command;
  @Mixin private ProgrammeOptions programme;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to serve on; 0 takes a free one (default:" + " ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "${env:FORTNIGHT_NAME}",
      description =
          "Prints a link that signs you in to decide under this name, which is published with each"
              + " edition (default: FORTNIGHT_NAME).")
  private String as;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = Reach.LOOPBACK,
      description =
          "The address to listen on; others than this machine's own only where people sign in at a"
              + " provider (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "What people write to get here, for example https://research.example.org/, where a proxy"
              + " with that name passes on what they send.")
  private URI address;

  private Reach reach = Reach.THIS_MACHINE;

  @Override
  public Integer call() {
    check(port, command);
    Programme owned = ProgrammeReader.read(programme.folder()).programme();
    checkEnvironment();
    reach = reach(owned);
    LoopbackServer.run(
        new LoopbackServer.Settings(
            programme.folder(),
            programme.data(),
            false,
            port,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        reach,
        this::serving);
    return 0;
  }

  private void serving(URI address) {
    PrintWriter out = command.commandLine().getOut();
    out.println("Serving on " + address);
    if (reach.provider().isPresent()) {
      out.println("People sign in with " + reach.provider().get().provider() + ".");
    } else if (as == null || as.isBlank() || as.startsWith("${")) {
      out.println("To decide in the browser, run 'fortnight sign-in --by NAME'.");
    } else {
      String link =
          SignInCommand.link(
              address, programme.folder(), programme.database(System.getenv()), as.strip());
      out.println("Sign in as " + Visible.text(as.strip()) + ", once: " + link);
    }
    out.flush();
  }

  /** Where nobody has a role nobody could do anything, and that would look like a fault. */
  private Reach reach(Programme owned) {
    Optional<ProviderSettings> provider = ProviderSettings.of(System.getenv());
    if (provider.filter(settings -> settings.rules().isEmpty()).isPresent()
        && owned.review().owners().isEmpty()) {
      throw new ProblemException(
          "nobody has a role here, so nobody could sign in",
          "Name owners under 'review' in programme.yml, or set FORTNIGHT_SIGN_IN_OWNERS,"
              + " FORTNIGHT_SIGN_IN_REVIEWERS or FORTNIGHT_SIGN_IN_READERS.");
    }
    return new Reach(host, Optional.ofNullable(address), provider);
  }

  static void check(int port, CommandSpec command) {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--port': ports go from 0 to 65535.");
    }
  }

  /** What is wrong in the environment is told before anything starts. */
  private void checkEnvironment() {
    CommandClock.from(System.getenv());
    DatabaseAddress.of(programme.data(), System.getenv());
    SlackSecrets.from(System.getenv());
    variable("FORTNIGHT_REGISTER")
        .map(Path::of)
        .ifPresent(file -> Register.read(file, System.getenv()));
    try {
      variable("FORTNIGHT_GITHUB_TOKEN").ifPresent(Secret::new);
    } catch (ProblemException e) {
      throw new ProblemException("FORTNIGHT_GITHUB_TOKEN: " + e.getMessage(), e.remedy(), e);
    }
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
