package dev.fortnight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.LogAnnouncer;
import dev.fortnight.announce.Outbox.Verdict;
import dev.fortnight.cycle.AnnouncementRun;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight announce}: the pending announcement, once. */
@Command(
    name = "announce",
    mixinStandardHelpOptions = true,
    description = {
      "Tells Slack of the newest edition, once: what was announced already is not announced again,"
          + " however often you run it. What was taken back since is replaced.",
      "Where programme.yml names no channel, or there is neither a token nor a webhook for it, the"
          + " announcement goes into a file of the data folder.",
      "Ends with status 1 when another process is at the programme's work."
    },
    footer = {
      "",
      "From the environment: FORTNIGHT_SLACK_TOKEN for a bot's token, or FORTNIGHT_SLACK_WEBHOOK"
          + " for the address of an incoming webhook; FORTNIGHT_GITHUB_TOKEN for private"
          + " repositories, FORTNIGHT_REGISTER for the register of participants."
    })
public final class AnnounceCommand implements Callable<Integer> {

  private final Map<String, String> environment;
  private final Clock pace;

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;
  @ArgGroup private Instead instead;

  @Option(
      names = "--edition",
      paramLabel = "N",
      description = "This edition (default: the newest).")
  private Integer edition;

  /** What is done in place of announcing. */
  static final class Instead {

    @Option(
        names = "--preview",
        description = "Print what would be sent, as text and as blocks, and send nothing.")
    private boolean preview;

    @Option(
        names = "--dry",
        paramLabel = "CHANNEL",
        description =
            "Send it to another channel, by its id, marked as a rehearsal. Each time sends it anew,"
                + " and nothing is recorded.")
    private String dry;

    @Option(
        names = "--resolve",
        paramLabel = "posted|not-posted",
        description =
            "Say what you see in the channel, where Fortnight cannot see whether it was announced.")
    private String resolve;
  }

  public AnnounceCommand() {
    this(System.getenv(), Clock.systemUTC());
  }

  /**
   * @param pace the time of the world outside
   */
  AnnounceCommand(Map<String, String> environment, Clock pace) {
    this.environment = environment;
    this.pace = pace;
  }

  @Override
  public Integer call() {
    if (instead != null && instead.dry != null && !instead.dry.matches("[CGD][A-Z0-9]{4,30}")) {
      throw new ParameterException(
          spec.commandLine(), "--dry takes a channel's id such as C0123456789.");
    }
    Optional<Verdict> verdict = verdict();
    Places places =
        Places.of(
                options.folder(),
                options.data(),
                variable("FORTNIGHT_GITHUB_TOKEN").map(Secret::new))
            .with(SlackSecrets.from(environment));
    Register register =
        variable("FORTNIGHT_REGISTER")
            .map(file -> Register.read(Path.of(file), environment))
            .orElse(Register.EMPTY);
    try (Database database = Database.open(options.database(environment))) {
      AnnouncementRun run =
          new AnnouncementRun(places, register, database, CommandClock.from(environment), pace);
      return run(run, number(run), verdict);
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private Optional<Verdict> verdict() {
    if (instead == null || instead.resolve == null) {
      return Optional.empty();
    }
    return switch (instead.resolve) {
      case "posted" -> Optional.of(Verdict.POSTED);
      case "not-posted" -> Optional.of(Verdict.NOT_POSTED);
      default ->
          throw new ParameterException(
              spec.commandLine(), "--resolve takes 'posted' or 'not-posted'.");
    };
  }

  private int number(AnnouncementRun run) {
    int newest =
        run.newestEdition()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "there is no edition yet, so there is nothing to announce",
                        "Sign one off first, with 'fortnight review sign-off' or in the browser."));
    int number = edition == null ? newest : edition;
    if (number < 1 || number > newest) {
      throw new ParameterException(
          spec.commandLine(), "There is no edition " + number + "; the newest is " + newest + ".");
    }
    return number;
  }

  private int run(AnnouncementRun run, int number, Optional<Verdict> verdict) {
    if (verdict.isPresent()) {
      resolve(run, number, verdict.get());
    } else if (instead != null && instead.preview) {
      preview(run.preview(number));
    } else if (instead != null && instead.dry != null) {
      run.rehearse(number, instead.dry);
      say("edition " + number + ": rehearsed in " + instead.dry);
    } else if (!run.alone(() -> announce(run, number))) {
      return Busy.say(spec);
    }
    return 0;
  }

  private void announce(AnnouncementRun run, int number) {
    boolean isNew = run.announce(number);
    String place =
        run.channel().equals(LogAnnouncer.CHANNEL)
            ? "announcements.jsonl of the data folder"
            : run.channel();
    say("edition " + number + ": " + (isNew ? "announced in " : "already announced in ") + place);
    if (run.lacksASecret()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Slack was not told: neither FORTNIGHT_SLACK_TOKEN nor FORTNIGHT_SLACK_WEBHOOK is set.");
      err.flush();
    }
  }

  private void resolve(AnnouncementRun run, int number, Verdict verdict) {
    if (run.resolve(number, verdict) == 0) {
      throw new ProblemException(
          "it is not in question whether edition " + number + " was announced",
          "Run 'fortnight announce' to see where it stands.");
    }
    say(
        "edition "
            + number
            + ": recorded as "
            + verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + (verdict == Verdict.NOT_POSTED ? "; 'fortnight announce' sends it" : ""));
  }

  private void preview(Announcement announcement) {
    int part = 0;
    for (Announcement.Message message : announcement.messages()) {
      say(part == 0 ? "In " + announcement.channel() + ":" : "Below it:");
      say("");
      message.text().lines().map(Visible::text).forEach(this::say);
      say("");
      blocks(message).lines().map(Visible::text).forEach(this::say);
      part++;
      if (part < announcement.messages().size()) {
        say("");
      }
    }
  }

  private static String blocks(Announcement.Message message) {
    try {
      return new ObjectMapper().readTree(message.body()).path("blocks").toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the body that was made is not JSON", e);
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
