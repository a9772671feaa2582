package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.problem.Problem;
import dev.fortnight.topic.github.JdbiListStore.Cursor;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import dev.fortnight.topic.github.JdbiListStore.KnownPage;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads what is new in a repository's lists of issues and comments, or all that they hold. */
final class ListReading {

  /** GitHub's lists may lag a little behind, and its times are whole seconds. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** GitHub opened in 2008; it has answered an earlier 'since' with nothing at all. */
  private static final Instant EARLIEST = Instant.parse("2008-01-01T00:00:00Z");

  private final Place place;
  private final GitHubClient client;
  private final Jdbi jdbi;
  private final IssueIntake intake;
  private final SyncProgress progress;
  private final Consumer<Problem> problems;
  private final JdbiListStore lists;

  ListReading(
      Place place,
      GitHubClient client,
      Jdbi jdbi,
      IssueIntake intake,
      SyncProgress progress,
      Consumer<Problem> problems) {
    this.place = place;
    this.client = client;
    this.jdbi = jdbi;
    this.intake = intake;
    this.progress = progress;
    this.problems = problems;
    this.lists = new JdbiListStore(place);
  }

  /** Reads what is new in a list. */
  void readNew(Kind kind, TopicRule rule) throws LimitReachedException, FailedException {
    Cursor cursor = jdbi.withHandle(handle -> lists.cursor(handle, kind));
    Walk walk = new Walk(client, jdbi, lists, kind);
    if (!cursor.isComplete()) {
      walk(
          walk, kind, content(all(kind, rule, cursor.reached())), rule, true, showsAll(kind, rule));
      return;
    }
    Optional<KnownPage> known =
        jdbi.withHandle(handle -> lists.pages(handle, kind, client.identity())).stream()
            .findFirst();
    if (known.isPresent()) {
      Answer answer = client.list(known.get().url(), Optional.of(known.get().etag()));
      if (answer instanceof Answer.Unchanged same && same.next().isEmpty()) {
        return;
      }
      if (answer instanceof Answer.Content content && known.get().showsAll()) {
        walk(walk, kind, NameRefresh.content(content), rule, false, true);
        return;
      }
    }
    Optional<Instant> since =
        cursor.since().map(newest -> newest.minus(OVERLAP)).filter(EARLIEST::isBefore);
    URI address = since.isPresent() ? changed(kind, since.get()) : all(kind, rule, since);
    walk(walk, kind, content(address), rule, false, since.isPresent() || showsAll(kind, rule));
  }

  /** Reads all that a list holds, and says what that was. */
  Walk readAll(Kind kind, TopicRule rule) throws LimitReachedException, FailedException {
    Walk walk = new Walk(client, jdbi, lists, kind);
    walk(walk, kind, content(all(kind, rule, Optional.empty())), rule, false, showsAll(kind, rule));
    return walk;
  }

  private Answer.Content content(URI address) throws LimitReachedException, FailedException {
    return NameRefresh.content(client.list(address, Optional.empty()));
  }

  /** A list of labelled issues does not show one whose label was taken off. */
  private static boolean showsAll(Kind kind, TopicRule rule) {
    return kind == Kind.COMMENTS || rule.label().isEmpty();
  }

  private void walk(
      Walk walk, Kind kind, Answer.Content first, TopicRule rule, boolean isFirst, boolean showsAll)
      throws LimitReachedException, FailedException {
    Walk.Taker taker =
        kind == Kind.ISSUES
            ? (handle, page) -> takeIssues(handle, page, rule)
            : (handle, page) -> intake.take(handle, IssuePages.comments(page, place, problems));
    walk.read(
        first,
        isFirst,
        showsAll,
        taker,
        () -> progress.read(place.repository(), client.requests()));
  }

  private URI all(Kind kind, TopicRule rule, Optional<Instant> reached) {
    String filter =
        kind == Kind.ISSUES
            ? rule.filter()
                .map(name -> "&labels=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .orElse("")
            : "";
    String since = reached.filter(EARLIEST::isBefore).map(time -> "&since=" + time).orElse("");
    return address(path(kind) + filter + since);
  }

  private URI changed(Kind kind, Instant since) {
    return address(path(kind) + "&since=" + since);
  }

  private static String path(Kind kind) {
    String order = "sort=updated&direction=asc&per_page=100";
    return kind == Kind.ISSUES ? "/issues?state=all&" + order : "/issues/comments?" + order;
  }

  private URI address(String query) {
    return client.address("/repos/" + place.repository() + query);
  }

  private void takeIssues(Handle handle, JsonNode page, TopicRule rule) {
    IssuePages.issues(page, place, problems).forEach(issue -> intake.take(handle, issue, rule));
  }
}
