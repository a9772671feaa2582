package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.topic.github.JdbiListStore.Cursor;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import dev.fortnight.topic.github.JdbiListStore.KnownPage;
import dev.fortnight.topic.github.JdbiListStore.RepositoryState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** GitHub's lists may lag a little behind, and its times are whole seconds. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** GitHub opened in 2008; it has answered an earlier 'since' with nothing at all. */
  private static final Instant EARLIEST = Instant.parse("2008-01-01T00:00:00Z");

  private final Place place;
  private final Optional<String> label;
  private final GitHubClient client;
  private final Jdbi jdbi;
  private final SyncProgress progress;
  private final JdbiListStore lists;
  private final JdbiIssueStore issues;
  private final JdbiNameStore names;
  private final IssueIntake intake;
  private final IssueLook look;
  private final List<Problem> problems = new ArrayList<>();

  RepositorySync(
      Place place,
      Optional<String> label,
      GitHubClient client,
      Jdbi jdbi,
      Clock clock,
      SyncProgress progress) {
    this.place = place;
    this.label = label;
    this.client = client;
    this.jdbi = jdbi;
    this.progress = progress;
    this.lists = new JdbiListStore(place);
    this.issues = new JdbiIssueStore(place);
    this.names = new JdbiNameStore(place);
    this.intake = new IssueIntake(place, clock);
    this.look = new IssueLook(client, place.repository());
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
    TopicRule rule = jdbi.inTransaction(this::rule);
    boolean isSweep = withSweep || jdbi.withHandle(handle -> lists.repository(handle).isSweepDue());
    boolean hadAll =
        read(Kind.ISSUES, Cursor::isComplete) && read(Kind.COMMENTS, Cursor::isComplete);
    list(Kind.ISSUES, rule);
    list(Kind.COMMENTS, rule);
    isSweep |= jdbi.withHandle(handle -> lists.repository(handle).isSweepDue());
    if (isSweep && hadAll) {
      sweep(rule);
    }
    for (int number : hinted) {
      lookAt(number, rule);
    }
    fetchComments(rule);
    fetchTimelines(rule);
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

  /** What makes an issue a topic now; where that has changed, all issues are listed again. */
  private TopicRule rule(Handle handle) {
    RepositoryState state = lists.repository(handle);
    List<Names.Label> known = names.labels(handle);
    Optional<Names.Label> found =
        label.flatMap(
            name ->
                known.stream()
                    .filter(other -> other.name().equalsIgnoreCase(name))
                    .findFirst()
                    .or(() -> renamed(known, state, name)));
    TopicRule rule = new TopicRule(label, found.map(Names.Label::id), found.map(Names.Label::name));
    Optional<String> said = Optional.of(label.orElse(""));
    if (state.rule().isPresent()
        && (!state.rule().equals(said) || !state.topicLabel().equals(rule.id()))) {
      lists.restart(handle, Kind.ISSUES);
    }
    lists.put(handle, new RepositoryState(rule.id(), said, state.isSweepDue()));
    intake.buryUnlabelled(handle, rule);
    if (rule.isRenamed()) {
      problems.add(renamed(rule));
    }
    return rule;
  }

  private static Optional<Names.Label> renamed(
      List<Names.Label> known, RepositoryState state, String name) {
    return known.stream()
        .filter(other -> state.rule().equals(Optional.of(name)))
        .filter(other -> state.topicLabel().equals(Optional.of(other.id())))
        .findFirst();
  }

  private Problem renamed(TopicRule rule) {
    return Problem.warning(
        "topic",
        SourceLocation.file(ProgrammeReader.FILE),
        "the topic label of " + place.repository() + " has another name on GitHub now",
        "Write its new name as 'backlog.github.label'; until then Fortnight goes by the label that"
            + " used to have this name.");
  }

  private boolean read(Kind kind, java.util.function.Predicate<Cursor> test) {
    return test.test(jdbi.withHandle(handle -> lists.cursor(handle, kind)));
  }

  /** Reads what is new in a list. */
  private void list(Kind kind, TopicRule rule) throws LimitReachedException, FailedException {
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
            : (handle, page) -> intake.take(handle, comments(page));
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
    for (JsonNode json : page) {
      try {
        intake.take(handle, GitHubJson.issue(json), rule);
      } catch (IncompleteException e) {
        problems.add(incomplete(GitHubJson.numberOf(json)));
      }
    }
  }

  private List<Comment> comments(JsonNode page) {
    List<Comment> comments = new ArrayList<>();
    for (JsonNode json : page) {
      try {
        comments.add(GitHubJson.comment(json));
      } catch (IncompleteException e) {
        problems.add(incomplete(0));
      }
    }
    return comments;
  }

  /** Lists everything again, then asks after each topic that was not listed. */
  private void sweep(TopicRule rule) throws LimitReachedException, FailedException {
    Walk listed = new Walk(client, jdbi, lists, Kind.ISSUES);
    walk(
        listed,
        Kind.ISSUES,
        content(all(Kind.ISSUES, rule, Optional.empty())),
        rule,
        false,
        showsAll(Kind.ISSUES, rule));
    Walk said = new Walk(client, jdbi, lists, Kind.COMMENTS);
    walk(
        said,
        Kind.COMMENTS,
        content(all(Kind.COMMENTS, rule, Optional.empty())),
        rule,
        false,
        true);
    for (int number : jdbi.withHandle(issues::numbers)) {
      if (!listed.numbers().contains(number)) {
        lookAt(number, rule);
      }
    }
    boolean isDisturbed = listed.isDisturbed() || said.isDisturbed();
    jdbi.useTransaction(
        handle -> lists.put(handle, lists.repository(handle).withSweepDue(isDisturbed)));
  }

  /** Whether the topic is still there. */
  private boolean lookAt(int number, TopicRule rule) throws LimitReachedException, FailedException {
    try {
      IssueLook.Result result = look.look(number);
      if (result instanceof IssueLook.Result.Here here) {
        jdbi.useTransaction(handle -> intake.take(handle, here.issue(), rule));
      } else if (result instanceof IssueLook.Result.Gone gone) {
        jdbi.useTransaction(handle -> buryKnown(handle, number, gone));
      }
    } catch (IncompleteException e) {
      problems.add(incomplete(number));
    }
    return jdbi.withHandle(handle -> issues.find(handle, number)).isPresent();
  }

  private void buryKnown(Handle handle, int number, IssueLook.Result.Gone gone) {
    if (issues.find(handle, number).isPresent()) {
      intake.bury(handle, number, gone.why(), gone.movedTo());
    }
  }

  /** Where GitHub counts other comments than are stored, one was deleted or came unseen. */
  private void fetchComments(TopicRule rule) throws LimitReachedException, FailedException {
    for (int number : jdbi.withHandle(issues::miscounted)) {
      Optional<List<JsonNode>> pages = pagesOf(number, "comments");
      if (pages.isEmpty() && !lookAt(number, rule)) {
        continue;
      }
      List<Comment> all =
          pages.orElse(List.of()).stream()
              .flatMap(page -> comments(page).stream())
              .filter(comment -> comment.number() == number)
              .toList();
      jdbi.useTransaction(handle -> intake.takeAll(handle, number, all));
    }
  }

  private void fetchTimelines(TopicRule rule) throws LimitReachedException, FailedException {
    for (int number : jdbi.withHandle(issues::dueTimelines)) {
      Optional<List<JsonNode>> pages = pagesOf(number, "timeline");
      if (pages.isEmpty() && !lookAt(number, rule)) {
        continue;
      }
      List<StateEvent> events =
          pages.orElse(List.of()).stream()
              .flatMap(page -> GitHubJson.stateEvents(page).stream())
              .toList();
      jdbi.useTransaction(handle -> takeEvents(handle, number, events));
    }
  }

  private void takeEvents(Handle handle, int number, List<StateEvent> events) {
    if (events.stream().anyMatch(event -> event.event().equals(StateEvent.CONVERTED))) {
      intake.bury(handle, number, Removal.CONVERTED, Optional.empty());
    } else {
      issues.putEvents(handle, number, events);
    }
  }

  /** All pages of what belongs to one issue; empty where GitHub shows none under this number. */
  private Optional<List<JsonNode>> pagesOf(int number, String what)
      throws LimitReachedException, FailedException {
    List<JsonNode> pages = new ArrayList<>();
    Optional<URI> next = Optional.of(address("/issues/" + number + "/" + what + "?per_page=100"));
    while (next.isPresent()) {
      // not followed to another place: there are another issue's
      Answer answer = client.get(next.get(), Optional.empty());
      if (!(answer instanceof Answer.Content content)) {
        return Optional.empty();
      }
      pages.add(NameRefresh.content(content).json());
      next = content.next();
    }
    return Optional.of(pages);
  }

  private Problem incomplete(int number) {
    String what = number > 0 ? "topic " + number : "a comment";
    return Problem.error(
        "topic",
        SourceLocation.file(place.repository() + (number > 0 ? "#" + number : "")),
        what + " is left out, because GitHub sent it without title or date",
        "Run 'fortnight sync' again; if it stays so, look at the issue on GitHub.");
  }
}
