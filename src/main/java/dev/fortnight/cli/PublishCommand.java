package dev.fortnight.cli;

import dev.fortnight.cycle.Patience;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.PublicationRecord;
import dev.fortnight.cycle.PublicationRun;
import dev.fortnight.cycle.PublicationState;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.cycle.Publishing;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight publish}: the pending publications, once. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes the working site, editions that were signed off and are not published yet, and"
          + " anew those in which somebody has taken something back. Any other edition stays as it"
          + " was published.",
      "Where a repository takes the site, it then waits until the site's address answers with"
          + " what was pushed.",
      "Ends with status 1 when another process is at the programme's work."
    },
    footer = {
      "",
      "From the environment: FORTNIGHT_GITHUB_TOKEN for private repositories, FORTNIGHT_REGISTER"
          + " for the register of participants."
    })
public final class PublishCommand implements Callable<Integer> {

  private static final int SHORT_COMMIT = 7;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Map<String, String> environment;
  private final Duration pause;
  private final Clock pace = Clock.systemUTC();

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--edition",
      paramLabel = "N",
      description = "Publish this edition alone, also where its files were damaged.")
  private Integer edition;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      description = "How long to wait for the address to answer (default: ${DEFAULT-VALUE}).")
  private Duration wait;

  @Option(names = "--no-wait", description = "Do not wait for the address to answer.")
  private boolean noWait;

  public PublishCommand() {
    this(System.getenv(), Duration.ofSeconds(5));
  }

  /**
   * @param pause between two questions to the address
   */
  PublishCommand(Map<String, String> environment, Duration pause) {
    this.environment = environment;
    this.pause = pause;
  }

  @Override
  public Integer call() throws InterruptedException {
    Places places =
        Places.of(
            options.folder(), options.data(), variable("FORTNIGHT_GITHUB_TOKEN").map(Secret::new));
    Register register =
        variable("FORTNIGHT_REGISTER")
            .map(file -> Register.read(Path.of(file), environment))
            .orElse(Register.EMPTY);
    Patience patience = new Patience(wait, pause, pause, ANSWER);
    try (Database database = Database.open(options.database(environment))) {
      PublicationRun run =
          new PublicationRun(
              places, register, database, CommandClock.from(environment), pace, patience);
      if (!run.alone(() -> publish(run))) {
        return Busy.say(spec);
      }
      boolean isPublic = isPublic(run);
      return reportProblems(run.problems()) && isPublic ? 0 : Fortnight.LEFT_OUT;
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private void publish(PublicationRun run) {
    Publishing publishing = run.publishing();
    if (edition != null) {
      tell(run, publishing.edition(edition));
      return;
    }
    Optional<ProblemException> failure = publishWorkingSite(run);
    List<Publishing.Result> editions = publishing.editions();
    editions.forEach(result -> tell(run, result));
    run.undoWindow().map(window -> Waiting.line(window, run.zone())).ifPresent(this::say);
    if (editions.isEmpty()) {
      run.newestEdition().ifPresent(number -> say("edition " + number + ": unchanged"));
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** What keeps the working site back keeps no edition back. */
  private Optional<ProblemException> publishWorkingSite(PublicationRun run) {
    try {
      tell(run, run.publishing().workingSite());
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e);
    }
  }

  private void tell(PublicationRun run, Publishing.Result result) {
    PublicationRecord record = result.record();
    if (!result.isNew()) {
      say(record.title() + ": unchanged");
      return;
    }
    String commit =
        record.commit().isEmpty() ? "" : " as commit " + record.commit().substring(0, SHORT_COMMIT);
    String files =
        run.changedFiles(record).stream()
            .mapToObj(count -> "; " + Counts.of(count, "file", "files") + " changed")
            .collect(Collectors.joining());
    say(record.title() + ": published" + commit + files);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** Whether everything can be read by the public, as far as that was asked for. */
  private boolean isPublic(PublicationRun run) throws InterruptedException {
    List<PublishedTree> awaited = run.awaited();
    if (awaited.isEmpty()) {
      return true;
    }
    String address = Visible.text(run.address().orElseThrow().toString());
    if (noWait) {
      say("Not waited for: " + titles(awaited) + " at " + address);
      return true;
    }
    List<PublishedTree> left = awaited(run);
    if (left.isEmpty()) {
      say("Public at " + address + ": " + titles(awaited));
      return true;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("Not public at " + address + " yet: " + titles(left));
    if (left.get(0).state() instanceof PublicationState.Overdue overdue) {
      err.println(Visible.text(overdue.what() + ". " + overdue.remedy()));
    }
    err.println("'fortnight publish' waits again, and 'fortnight serve' goes on asking.");
    err.flush();
    return false;
  }

  /** Waits until nothing is on its way, or the time is up. */
  private List<PublishedTree> awaited(PublicationRun run) throws InterruptedException {
    Instant until = pace.instant().plus(wait);
    boolean isTerminal = System.console() != null;
    run.look();
    List<PublishedTree> left = run.awaited();
    while (!left.isEmpty() && pace.instant().isBefore(until)) {
      if (isTerminal) {
        spec.commandLine().getErr().print("\rWaiting for " + titles(left) + " … ");
        spec.commandLine().getErr().flush();
      }
      Thread.sleep(pause.toMillis());
      run.look();
      left = run.awaited();
    }
    if (isTerminal) {
      spec.commandLine().getErr().println();
    }
    return left;
  }

  private static String titles(List<PublishedTree> trees) {
    List<String> titles =
        new ArrayList<>(trees.stream().map(tree -> tree.record().title()).toList());
    if (titles.size() == 1) {
      return titles.get(0);
    }
    String last = titles.remove(titles.size() - 1);
    return String.join(", ", titles) + " and " + last;
  }

  private boolean reportProblems(List<Problem> problems) {
    int files = CheckSummary.files(problems.stream().filter(Problem::holdsBack).toList()).size();
    if (files == 0) {
      return true;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        Counts.of(files, "file", "files") + " left out because of problems; see 'fortnight check'");
    err.flush();
    return false;
  }
}
