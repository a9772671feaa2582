package dev.fortnight.topic;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Topics from a JSON export of a backlog, for work without a network. */
public final class FileTopicSource implements TopicSource {

  private final Path file;
  private final String name;
  private final Optional<String> label;

  /**
   * @param folder the programme's folder
   * @param file the export, relative to it or absolute; problems name it so
   * @param label what makes an issue a topic, in whatever case; empty means every issue
   */
  public FileTopicSource(Path folder, Path file, Optional<String> label) {
    this.file = folder.resolve(file);
    this.name = file.toString().replace('\\', '/');
    this.label = label;
  }

  @Override
  public Topics topics() {
    List<Topic> topics = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> repositories = new LinkedHashSet<>();
    List<ExportedRemoval> removals = new ArrayList<>();
    for (ExportedIssue issue : issues()) {
      if (issue.isPullRequest()) {
        continue;
      }
      try {
        if (issue.isTombstone()) {
          removals.add(ExportedRemoval.of(issue));
          repositories.add(issue.repository());
        } else if (isTopic(issue)) {
          topics.add(issue.topic());
          repositories.add(issue.repository());
        }
      } catch (ExportedIssue.UnreadableException e) {
        problems.add(
            Problem.error(
                "topic",
                new SourceLocation(name, issue.line()),
                issue.name() + " is left out, because " + e.getMessage(),
                "Export the backlog again, or correct this entry."));
      }
    }
    TopicOrder.Slugs slugs = TopicOrder.slugs(repositories);
    return new Topics(
        TopicOrder.arrange(repositories, topics),
        removals.stream().flatMap(removal -> removal.topic(slugs).stream()).toList(),
        List.copyOf(problems));
  }

  private boolean isTopic(ExportedIssue issue) throws ExportedIssue.UnreadableException {
    return label.isEmpty() || issue.labels().stream().anyMatch(label.get()::equalsIgnoreCase);
  }

  private List<ExportedIssue> issues() {
    try (InputStream bytes = Files.newInputStream(file)) {
      return IssueExport.read(bytes, name);
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          "the backlog's export " + name + " does not exist",
          "Name an export that is there, with --topics or as 'backlog.file' in"
              + " research/programme.yml.",
          e);
    } catch (IOException e) {
      throw new ProblemException(
          "the backlog's export " + name + " cannot be read", "Check its permissions.", e);
    }
  }
}
