package dev.fortnight.cli;

import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import dev.fortnight.topic.TopicStore;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
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

  /** One topic as JSON shows it. */
  record Line(int number, String title, String state, List<String> labels, String url) {}

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
    List<Topic> topics;
    try (Database database = Database.open(options.data())) {
      topics = TopicStore.in(database).topics(programme.id());
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case json -> out.println(json(topics));
      case text -> out.print(text(topics));
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

  private static String json(List<Topic> topics) {
    return Json.ofUntrusted(topics.stream().map(TopicsCommand::line).toList());
  }

  private static Line line(Topic topic) {
    return new Line(
        topic.number(),
        topic.title(),
        state(topic.state()),
        topic.labels(),
        topic.url().map(URI::toString).orElse(null));
  }

  private static String state(TopicState state) {
    return switch (state) {
      case OPEN -> "open";
      case CLOSED -> "closed";
    };
  }
}
