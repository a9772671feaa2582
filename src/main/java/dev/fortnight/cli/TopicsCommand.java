package dev.fortnight.cli;

import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.GitHubBacklog;
import dev.fortnight.topic.github.StoredIssue;
import dev.fortnight.topic.github.Tombstone;
import java.io.PrintWriter;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight topics}: what the store holds of the backlog. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Lists the topics as they were when they were last synced.")
public final class TopicsCommand implements Callable<Integer> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** One topic as JSON shows it. */
  record Line(
      int number,
      String repository,
      String title,
      String state,
      List<String> labels,
      String milestone,
      List<CommentLine> comments,
      String url) {}

  /** A comment as JSON shows it. */
  record CommentLine(long id, String body) {}

  /** A topic that is gone, as JSON shows it. */
  record GoneLine(int number, String repository, TombstoneLine tombstone) {}

  /**
   * When and why a topic went.
   *
   * @param reason for example {@code transferred}
   */
  record TombstoneLine(String at, String reason, String movedTo) {}

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print them: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  @Override
  public Integer call() {
    Programme programme = ProgrammeReader.read(options.folder()).programme();
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = Database.open(options.database(System.getenv()))) {
      List<Topic> topics = TopicStore.in(database).topics(programme.id());
      switch (format) {
        case json -> out.println(Json.ofUntrusted(lines(programme, database, topics)));
        case text -> {
          out.print(text(topics));
          out.print(gone(programme, database));
        }
      }
    }
    out.flush();
    return 0;
  }

  private static String text(List<Topic> topics) {
    if (topics.isEmpty()) {
      return "No topics are stored. 'fortnight sync' fetches them.\n";
    }
    int width = topics.stream().mapToInt(topic -> topic.slug().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Topic topic : topics) {
      String labels =
          topic.labels().isEmpty() ? "" : " (" + String.join(", ", topic.labels()) + ")";
      String line = "%" + width + "s  %-6s  %s%s";
      text.append(
              Visible.text(
                  line.formatted(topic.slug(), state(topic.state()), topic.title(), labels)))
          .append('\n');
    }
    return text.toString();
  }

  private static String gone(Programme programme, Database database) {
    boolean isOneOfMany =
        programme.backlog() instanceof Programme.Backlog.GitHub github
            && github.repositories().size() > 1;
    StringBuilder text = new StringBuilder();
    for (Tombstone stone :
        GitHubBacklog.in(database, programme.id()).tombstones(programme.backlog())) {
      String day = DAY.format(stone.noticedAt().atZone(programme.cycle().zone()));
      text.append(Visible.text(stone.sentence(day, isOneOfMany))).append(".\n");
    }
    return text.toString();
  }

  /** Topics with what no site shows, then those that are gone. */
  private static List<Object> lines(Programme programme, Database database, List<Topic> topics) {
    List<Object> lines = new ArrayList<>();
    if (programme.backlog() instanceof Programme.Backlog.GitHub github) {
      GitHubBacklog backlog = GitHubBacklog.in(database, programme.id());
      for (String repository : github.repositories()) {
        backlog.issues(repository).forEach(issue -> lines.add(line(issue)));
      }
      for (String repository : github.repositories()) {
        backlog.tombstones(repository).forEach(stone -> lines.add(line(stone)));
      }
    } else {
      topics.forEach(topic -> lines.add(line(topic)));
    }
    return lines;
  }

  private static Line line(StoredIssue issue) {
    return new Line(
        issue.number(),
        issue.repository(),
        issue.title(),
        issue.state(),
        issue.labels(),
        issue.milestone().orElse(null),
        issue.comments().stream()
            .map(comment -> new CommentLine(comment.id(), comment.body()))
            .toList(),
        issue.page().orElse(null));
  }

  private static GoneLine line(Tombstone stone) {
    return new GoneLine(
        stone.number(),
        stone.repository(),
        new TombstoneLine(
            stone.noticedAt().toString(),
            stone.reason().word(),
            stone.movedTo().map(URI::toString).orElse(null)));
  }

  private static Line line(Topic topic) {
    return new Line(
        topic.number(),
        topic.repository(),
        topic.title(),
        state(topic.state()),
        topic.labels(),
        null,
        List.of(),
        topic.url().map(URI::toString).orElse(null));
  }

  private static String state(TopicState state) {
    return switch (state) {
      case OPEN -> "open";
      case CLOSED -> "closed";
    };
  }
}
