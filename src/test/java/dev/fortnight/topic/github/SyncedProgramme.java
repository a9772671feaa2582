package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SetClock;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A programme whose backlog the simulator holds, and the comparison of the store with it. */
final class SyncedProgramme {

  static final String TOKEN = "ghp_ExampleOnly0123456789abcdefghijklm";
  static final String ID = "shared-software";

  final SimulatedGitHub github;
  Database database;
  final SetClock clock = new SetClock("2026-11-02T12:00:00Z");
  Optional<Secret> token = Optional.of(new Secret(TOKEN));
  Optional<GitHubCredentials> app = Optional.empty();
  private final Optional<String> label;
  final List<String> repositories;

  SyncedProgramme(
      SimulatedGitHub github, Database database, Optional<String> label, String... repositories) {
    this.github = github;
    this.database = database;
    this.label = label;
    this.repositories = List.of(repositories);
  }

  SyncOutcome sync() {
    return sync(false);
  }

  SyncOutcome sweep() {
    return sync(true);
  }

  SyncOutcome sync(boolean withSweep) {
    return new GitHubSync(
            new Programme.Backlog.GitHub(repositories, label, github.address()),
            app.orElseGet(() -> GitHubCredentials.personal(token)),
            database,
            clock,
            SyncProgress.silent(),
            Duration.ofSeconds(2))
        .sync(ID, withSweep);
  }

  /** Takes webhooks as the server does. */
  void take(List<Delivery> deliveries) {
    Deliveries.in(database, ID, clock).take(deliveries);
  }

  /** Syncs and gives the report of a sync to which nothing happened. */
  SyncReport synced(boolean withSweep) {
    SyncOutcome outcome = sync(withSweep);
    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
    SyncReport report = ((SyncOutcome.Done) outcome).report();
    assertThat(report.failures()).isEmpty();
    assertThat(report.problems()).isEmpty();
    return report;
  }

  /** What happened to a topic's state, as {@code closed completed}. */
  List<String> events(int number) {
    return backlog().issues(repositories.get(0)).stream()
        .filter(issue -> issue.number() == number)
        .flatMap(issue -> issue.events().stream())
        .map(event -> (event.event() + " " + event.reason().orElse("")).strip())
        .toList();
  }

  GitHubBacklog backlog() {
    return GitHubBacklog.in(database, ID);
  }

  /** What the store holds, as text that can be compared. */
  String stored() {
    List<String> lines = new ArrayList<>();
    for (String repository : repositories) {
      for (StoredIssue issue : backlog().issues(repository)) {
        lines.add(
            String.join(
                " | ",
                repository + "#" + issue.number(),
                issue.nodeId(),
                issue.title(),
                issue.body(),
                issue.state() + " " + issue.stateReason().orElse("-"),
                issue.labels().toString(),
                issue.milestone().orElse("-"),
                issue.assignees().toString(),
                issue.author().orElse("-") + " " + issue.association(),
                issue.updatedAt().toString(),
                issue.closedAt().map(Object::toString).orElse("-")));
        issue
            .comments()
            .forEach(
                comment ->
                    lines.add(
                        "  "
                            + comment.id()
                            + " "
                            + comment.author().orElse("-")
                            + ": "
                            + comment.body()
                            + " "
                            + comment.updatedAt()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** What the simulator holds, as the same text. */
  String held() {
    List<String> lines = new ArrayList<>();
    for (String name : repositories) {
      SimulatedRepository repository = github.repository(name);
      for (SimulatedIssue issue : repository.issues.values()) {
        if (isTopic(repository, issue)) {
          describe(repository, issue, lines);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private boolean isTopic(SimulatedRepository repository, SimulatedIssue issue) {
    boolean isConverted =
        issue.events.stream().anyMatch(event -> event.event().equals("converted_to_discussion"));
    return !issue.isPullRequest
        && !isConverted
        && label
            .map(
                name ->
                    issue.labels.stream()
                        .anyMatch(key -> repository.labels.get(key).equalsIgnoreCase(name)))
            .orElse(true);
  }

  private void describe(SimulatedRepository repository, SimulatedIssue issue, List<String> lines) {
    lines.add(
        String.join(
            " | ",
            repository.name + "#" + issue.number,
            issue.nodeId,
            issue.title,
            issue.body == null ? "" : issue.body,
            issue.state + " " + (issue.reason == null ? "-" : issue.reason),
            issue.labels.stream().map(repository.labels::get).toList().toString(),
            issue.milestone == null ? "-" : repository.milestones.get(issue.milestone),
            issue.assignees.stream().map(github::login).toList().toString(),
            github.login(issue.author) + " " + issue.association,
            issue.updated.toString(),
            issue.closed == null ? "-" : issue.closed.toString()));
    issue.comments.values().stream()
        .sorted(Comparator.comparingLong(remark -> remark.id))
        .forEach(
            remark ->
                lines.add(
                    "  "
                        + remark.id
                        + " "
                        + github.login(remark.author)
                        + ": "
                        + remark.body
                        + " "
                        + remark.updated));
  }

  /** Tombstones as {@code number reason}, with where it moved to. */
  List<String> gone(String repository) {
    return backlog().tombstones(repository).stream()
        .map(
            stone ->
                (stone.number()
                        + " "
                        + stone.reason()
                        + " "
                        + stone.movedTo().map(Object::toString).orElse(""))
                    .strip())
        .toList();
  }

  /** How many requests were made for what, without those before. */
  Map<String, Integer> requestsFrom(int first) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SimulatedGitHub.Request request :
        github.requests().subList(first, github.requests().size())) {
      String path = request.target().replaceAll("\\?.*", "").replaceAll("^/repos/[^/]+/[^/]+", "");
      counts.merge(request.status() + " " + path, 1, Integer::sum);
    }
    return counts;
  }
}
