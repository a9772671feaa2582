package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicSource;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.TopicSync;
import dev.fortnight.topic.github.GitHubCredentials;
import dev.fortnight.topic.github.GitHubSync;
import dev.fortnight.topic.github.SyncOutcome;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight sync}: topics from GitHub, once. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Fetches the topics from the backlog, once, and stores them.",
    footer = {
      "",
      "A private repository needs a token in the environment, in FORTNIGHT_GITHUB_TOKEN.",
      "Where the backlog cannot be read, the topics stay as they were. What is gone is",
      "found by --sweep, which 'fortnight serve' does by itself once a day."
    })
public final class SyncCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--sweep",
      description =
          "Look for topics that were deleted, transferred or hidden as well, which GitHub's lists"
              + " never say.")
  private boolean isSweep;

  public SyncCommand() {
    this(System.getenv());
  }

  SyncCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ProgrammeReader.Result read = ProgrammeReader.read(options.folder());
    Programme programme = read.programme();
    try (Database database = Database.open(options.database(environment))) {
      if (programme.backlog() instanceof Programme.Backlog.GitHub backlog) {
        return fromGitHub(programme.id(), backlog, database, read.problems());
      }
      TopicSource source = TopicSource.of(programme.backlog(), options.folder());
      TopicStore store = TopicStore.in(database);
      TopicSource.Topics topics =
          new TopicSync(source, store, CommandClock.from(environment)).sync(programme.id());
      print(programme.backlog(), topics.topics());
      return report(Stream.concat(read.problems().stream(), topics.problems().stream()));
    }
  }

  private int fromGitHub(
      String programme,
      Programme.Backlog.GitHub backlog,
      Database database,
      List<Problem> ofProgramme) {
    SyncOutcome outcome = sync(programme, backlog, database);
    SyncLines lines = new SyncLines(spec.commandLine().getErr());
    if (outcome instanceof SyncOutcome.Done done) {
      print(backlog, TopicStore.in(database).topics(programme));
      lines.printCost(spec.commandLine().getOut(), done.report());
      int status = report(Stream.concat(ofProgramme.stream(), done.report().problems().stream()));
      lines.endWith(done.report().failures());
      return status;
    }
    throw lines.ended(outcome, token().isPresent());
  }

  private SyncOutcome sync(String programme, Programme.Backlog.GitHub backlog, Database database) {
    try (ProgressLine progress =
        new ProgressLine(spec.commandLine().getErr(), System.console() != null)) {
      return new GitHubSync(
              backlog,
              GitHubCredentials.personal(token()),
              database,
              CommandClock.from(environment),
              progress)
          .sync(programme, isSweep);
    }
  }

  private Optional<Secret> token() {
    return Optional.ofNullable(environment.get("FORTNIGHT_GITHUB_TOKEN"))
        .filter(token -> !token.isBlank())
        .map(Secret::new);
  }

  private void print(Programme.Backlog backlog, List<Topic> topics) {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (backlog instanceof Programme.Backlog.GitHub github) {
      github.repositories().forEach(repository -> counts.put(repository, 0));
    }
    for (Topic topic : topics) {
      String from = topic.repository().isEmpty() ? "the export" : topic.repository();
      counts.merge(from, 1, Integer::sum);
    }
    counts.forEach(
        (from, count) ->
            out.println(
                count + (count == 1 ? " topic" : " topics") + " from " + Visible.text(from)));
    if (counts.isEmpty()) {
      out.println(
          backlog instanceof Programme.Backlog.None
              ? "This programme names no backlog, so it has no topics."
              : "0 topics from the backlog");
    }
    out.flush();
  }

  private int report(Stream<Problem> problems) {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> all = problems.sorted().toList();
    ProblemPrinter.withoutSource(err).print(all);
    err.flush();
    return all.stream().anyMatch(Problem::holdsBack) ? Fortnight.LEFT_OUT : 0;
  }
}
