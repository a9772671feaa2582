package dev.fortnight.topic;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueQueryBuilder;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHIssueStateReason;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** Topics from GitHub's issues. It never waits for a limit to reset: it fails and says when. */
public final class GitHubTopicSource implements TopicSource {

  /** GitHub's maximum: https://docs.github.com/rest/issues/issues#list-repository-issues. */
  private static final int PAGE = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Programme.Backlog.GitHub backlog;
  private final Optional<Secret> token;
  private final Duration patience;

  /**
   * @param token what GitHub knows Fortnight by; without one only public repositories can be read
   */
  public GitHubTopicSource(Programme.Backlog.GitHub backlog, Optional<Secret> token) {
    this(backlog, token, PATIENCE);
  }

  GitHubTopicSource(Programme.Backlog.GitHub backlog, Optional<Secret> token, Duration patience) {
    this.backlog = backlog;
    this.token = token;
    this.patience = patience;
  }

  @Override
  public Topics topics() {
    List<Topic> topics = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String repository : backlog.repositories()) {
      try {
        read(repository, topics, problems);
      } catch (IOException | GHException e) {
        throw new GitHubFailure(backlog.api(), repository, token.isPresent()).explain(e);
      }
    }
    return new Topics(TopicOrder.arrange(backlog.repositories(), topics), List.copyOf(problems));
  }

  private void read(String repository, List<Topic> topics, List<Problem> problems)
      throws IOException {
    if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
      throw new ProblemException(
          "'" + repository + "' is not a repository",
          "Write it as owner/name under 'backlog' in research/programme.yml.");
    }
    IssueAuthors authors = new IssueAuthors();
    for (GHIssue issue : issues(repository, authors)) {
      if (issue.isPullRequest()) {
        continue;
      }
      if (issue.getTitle() == null || issue.getCreatedAt() == null) {
        problems.add(incomplete(repository, issue.getNumber()));
        continue;
      }
      topics.add(topic(repository, issue, authors.of(issue.getNumber())));
    }
  }

  /** Ascending by time of update, because a descending list shifts while it is paged. */
  private Iterable<GHIssue> issues(String repository, IssueAuthors authors) throws IOException {
    GHIssueQueryBuilder query =
        connect(authors)
            .getRepository(repository)
            .queryIssues()
            .state(GHIssueState.ALL)
            .sort(GHIssueQueryBuilder.Sort.UPDATED)
            .direction(GHDirection.ASC)
            .pageSize(PAGE);
    backlog.label().ifPresent(query::label);
    return query.list();
  }

  private GitHub connect(IssueAuthors authors) throws IOException {
    String api = backlog.api().toString();
    GitHubBuilder builder =
        new GitHubBuilder()
            .withEndpoint(api.endsWith("/") ? api.substring(0, api.length() - 1) : api)
            .withConnector(new GitHubConnection(patience, authors))
            .withRateLimitHandler(GitHubLimit.PRIMARY)
            .withAbuseLimitHandler(GitHubLimit.SECONDARY);
    // not withOAuthToken, which asks who the token belongs to: an app's token may not
    token.ifPresent(secret -> builder.withAuthorizationProvider(() -> "Bearer " + secret.reveal()));
    return builder.build();
  }

  private static Topic topic(String repository, GHIssue issue, TopicAuthor author)
      throws IOException {
    Date updated = issue.getUpdatedAt() == null ? issue.getCreatedAt() : issue.getUpdatedAt();
    return new Topic(
        String.valueOf(issue.getNumber()),
        repository,
        issue.getNumber(),
        issue.getTitle(),
        Optional.ofNullable(issue.getBody()).orElse(""),
        issue.getState() == GHIssueState.CLOSED ? TopicState.CLOSED : TopicState.OPEN,
        Optional.ofNullable(issue.getStateReason())
            .filter(reason -> reason != GHIssueStateReason.UNKNOWN)
            .map(reason -> reason.name().toLowerCase(Locale.ROOT)),
        issue.getLabels().stream().map(GHLabel::getName).toList(),
        Optional.ofNullable(issue.getHtmlUrl()).map(url -> URI.create(url.toString())),
        issue.getCreatedAt().toInstant(),
        updated.toInstant(),
        Optional.ofNullable(issue.getClosedAt()).map(Date::toInstant),
        Optional.of(author));
  }

  private static Problem incomplete(String repository, int number) {
    return Problem.error(
        "topic",
        SourceLocation.file(repository + "#" + number),
        "topic " + number + " is left out, because GitHub sent it without title or date",
        "Run 'fortnight sync' again; if it stays so, look at the issue on GitHub.");
  }
}
