package dev.fortnight.cli;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.cycle.Step;
import dev.fortnight.cycle.StepRecord;
import dev.fortnight.cycle.StepState;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight cycle run}: one step by hand. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one step of the cycle by hand, whether it is due or not, and says what it came to.",
      "Each step may be run at any time and as often as you like: what is done already stays as it"
          + " is, and what was broken off is ended. Beside 'fortnight serve' it is safe too."
    },
    footer = {
      "",
      "The exit status is 1 where another process is at the programme's work, and 3 where the step"
          + " failed. From the environment: what 'fortnight serve' takes from it."
    })
public final class CycleRunCommand implements Callable<Integer> {

  private static final Duration TOPICS_EVERY = Duration.ofMinutes(5);

  private final Map<String, String> environment;
  private final Clock machine = Clock.systemUTC();

  /** The words of the steps, for the help. */
  static final class Words implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.of(Step.values()).map(Step::word).iterator();
    }
  }

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "STEP",
      completionCandidates = Words.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String word;

  public CycleRunCommand() {
    this(System.getenv());
  }

  CycleRunCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Step step = Step.called(word).orElseThrow(this::unknown);
    ZoneId zone = ProgrammeReader.read(options.folder()).programme().cycle().zone();
    try (Database database = Database.open(options.database(environment))) {
      Optional<StepRecord> record = step == Step.SYNC ? topics(database) : run(step, database);
      if (record.isEmpty()) {
        return Busy.say(spec);
      }
      StepLines lines = new StepLines(spec.commandLine().getOut(), zone);
      lines.print(new CycleStatus.Line(step, record, Duration.ZERO));
      spec.commandLine().getOut().flush();
      if (record.get().state() instanceof StepState.Failed failed) {
        throw new ProblemException(failed.what(), failed.remedy());
      }
      return 0;
    }
  }

  private ParameterException unknown() {
    String words = Stream.of(Step.values()).map(Step::word).collect(Collectors.joining(", "));
    return new ParameterException(
        spec.commandLine(), "There is no step '" + Visible.text(word) + "'. There are: " + words);
  }

  private Optional<StepRecord> run(Step step, Database database) throws InterruptedException {
    Register register =
        variable("FORTNIGHT_REGISTER")
            .map(file -> Register.read(Path.of(file), environment))
            .orElse(Register.EMPTY);
    try (Refresh refresh =
        new Refresh(
            places().with(SlackSecrets.from(environment)),
            register,
            database,
            CommandClock.from(environment),
            machine,
            (state, took) -> {})) {
      Optional<StepRecord> record = refresh.now(step);
      // a step before it that failed says why there is nothing
      if (record.isEmpty() && !refresh.state().failures().isEmpty()) {
        throw new ProblemException(
            refresh.state().failures().get(0).what(), refresh.state().failures().get(0).remedy());
      }
      return record;
    }
  }

  private Optional<StepRecord> topics(Database database) {
    boolean isOnGitHub =
        ProgrammeReader.read(options.folder()).programme().backlog()
            instanceof Programme.Backlog.GitHub;
    if (!isOnGitHub) {
      throw new ProblemException(
          "the programme has no backlog on GitHub, so there is nothing to fetch",
          "Name repositories under 'backlog' in programme.yml, or use 'fortnight sync'.");
    }
    return new TopicRefresh(places(), database, machine, TOPICS_EVERY, () -> {}, report -> {})
        .now();
  }

  private Places places() {
    return Places.of(
        options.folder(), options.data(), variable("FORTNIGHT_GITHUB_TOKEN").map(Secret::new));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
