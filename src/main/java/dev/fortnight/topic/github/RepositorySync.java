package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.problem.Problem;
import dev.fortnight.topic.Removal;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import dev.fortnight.topic.github.JdbiListStore.KnownPage;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings one repository's topics up to date. It may end after any request: what was stored until
 * then is true, and the next run goes on from there.
 */
final class RepositorySync {

  private final Place place;
  private final GitHubClient client;
  private final Jdbi jdbi;
  private final JdbiListStore lists;
  private final JdbiIssueStore issues;
  private final JdbiNameStore names;
  private final IssueIntake intake;
  private final TopicRules rules;
  private final ListReading reading;
  private final IssueFollowUp followUp;
  private final List<Problem> problems = new ArrayList<>();

  RepositorySync(
      Place place,
      Optional<String> label,
      GitHubClient client,
      Jdbi jdbi,
      Clock clock,
      SyncProgress progress) {
    this.place = place;
    this.client = client;
    this.jdbi = jdbi;
    this.lists = new JdbiListStore(place);
    this.issues = new JdbiIssueStore(place);
    this.names = new JdbiNameStore(place);
    this.intake = new IssueIntake(place, clock);
    this.rules = new TopicRules(place, label, intake, problems::add);
    this.reading = new ListReading(place, client, jdbi, intake, progress, problems::add);
    this.followUp = new IssueFollowUp(place, client, jdbi, intake, problems::add);
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * @param withSweep whether to look for what lists never say as well
   * @param hinted issues to ask after
   */
  void run(boolean withSweep, Set<Integer> hinted) throws LimitReachedException, FailedException {
    refreshNames();
    TopicRule rule = jdbi.inTransaction(rules::rule);
    boolean isSweep = withSweep || jdbi.withHandle(handle -> lists.repository(handle).isSweepDue());
    boolean hadAll = isComplete(Kind.ISSUES) && isComplete(Kind.COMMENTS);
    reading.readNew(Kind.ISSUES, rule);
    reading.readNew(Kind.COMMENTS, rule);
    isSweep |= jdbi.withHandle(handle -> lists.repository(handle).isSweepDue());
    if (isSweep && hadAll) {
      sweep(rule);
    }
    for (int number : hinted) {
      followUp.lookAt(number, rule);
    }
    followUp.fetchComments(rule);
    followUp.fetchTimelines(rule);
  }

  /** A whole repository is not shown any more: its topics are gone until it is shown again. */
  void loseAccess() {
    jdbi.useTransaction(
        handle -> {
          if (!lists.isKnownTo(handle, client.identity())) {
            return;
          }
          for (int number : issues.numbers(handle)) {
            intake.bury(handle, number, Removal.LOST_ACCESS, Optional.empty());
          }
          for (Kind kind : Kind.values()) {
            lists.restart(handle, kind);
          }
        });
  }

  private void refreshNames() throws LimitReachedException, FailedException {
    refresh(
        Kind.LABELS,
        "/labels?per_page=100",
        (handle, entries) ->
            names.replaceLabels(
                handle,
                entries.stream().flatMap(json -> GitHubJson.label(json).stream()).toList()));
    refresh(
        Kind.MILESTONES,
        "/milestones?state=all&per_page=100",
        (handle, entries) ->
            names.replaceMilestones(handle, entries.stream().map(GitHubJson::milestone).toList()));
  }

  private interface Replacement {
    void replace(Handle handle, List<JsonNode> entries);
  }

  private void refresh(Kind kind, String query, Replacement replacement)
      throws LimitReachedException, FailedException {
    List<KnownPage> known = jdbi.withHandle(handle -> lists.pages(handle, kind, client.identity()));
    Optional<NameRefresh.ReadNames> read = new NameRefresh(client).read(address(query), known);
    read.ifPresent(
        list ->
            jdbi.useTransaction(
                handle -> {
                  replacement.replace(handle, list.entries());
                  lists.putPages(handle, kind, client.identity(), list.pages());
                }));
  }

  private boolean isComplete(Kind kind) {
    return jdbi.withHandle(handle -> lists.cursor(handle, kind)).isComplete();
  }

  private URI address(String query) {
    return client.address("/repos/" + place.repository() + query);
  }

  /** Lists everything again, then asks after each topic that was not listed. */
  private void sweep(TopicRule rule) throws LimitReachedException, FailedException {
    Walk listed = reading.readAll(Kind.ISSUES, rule);
    Walk said = reading.readAll(Kind.COMMENTS, rule);
    for (int number : jdbi.withHandle(issues::numbers)) {
      if (!listed.numbers().contains(number)) {
        followUp.lookAt(number, rule);
      }
    }
    boolean isDisturbed = listed.isDisturbed() || said.isDisturbed();
    jdbi.useTransaction(
        handle -> lists.put(handle, lists.repository(handle).withSweepDue(isDisturbed)));
  }
}
