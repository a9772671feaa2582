package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.problem.Problem;
import dev.fortnight.topic.Removal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Asks after single issues what lists leave open: whether they are there, comments, timelines. */
final class IssueFollowUp {

  private final Place place;
  private final GitHubClient client;
  private final Jdbi jdbi;
  private final IssueIntake intake;
  private final Consumer<Problem> problems;
  private final JdbiIssueStore issues;
  private final IssueLook look;

  IssueFollowUp(
      Place place, GitHubClient client, Jdbi jdbi, IssueIntake intake, Consumer<Problem> problems) {
    this.place = place;
    this.client = client;
    this.jdbi = jdbi;
    this.intake = intake;
    this.problems = problems;
    this.issues = new JdbiIssueStore(place);
    this.look = new IssueLook(client, place.repository());
  }

  /** Whether the topic is still there. */
  boolean lookAt(int number, TopicRule rule) throws LimitReachedException, FailedException {
    try {
      IssueLook.Result result = look.look(number);
      if (result instanceof IssueLook.Result.Here here) {
        jdbi.useTransaction(handle -> intake.take(handle, here.issue(), rule));
      } else if (result instanceof IssueLook.Result.Gone gone) {
        jdbi.useTransaction(handle -> buryKnown(handle, number, gone));
      }
    } catch (IncompleteException e) {
      problems.accept(e.problem(place.repository(), number));
    }
    return jdbi.withHandle(handle -> issues.find(handle, number)).isPresent();
  }

  private void buryKnown(Handle handle, int number, IssueLook.Result.Gone gone) {
    if (issues.find(handle, number).isPresent()) {
      intake.bury(handle, number, gone.why(), gone.movedTo());
    }
  }

  /** Where GitHub counts other comments than are stored, one was deleted or came unseen. */
  void fetchComments(TopicRule rule) throws LimitReachedException, FailedException {
    for (int number : jdbi.withHandle(issues::miscounted)) {
      Optional<List<JsonNode>> pages = pagesOf(number, "comments");
      if (pages.isEmpty() && !lookAt(number, rule)) {
        continue;
      }
      List<Comment> all =
          pages.orElse(List.of()).stream()
              .flatMap(page -> IssuePages.comments(page, place, problems).stream())
              .filter(comment -> comment.number() == number)
              .toList();
      jdbi.useTransaction(handle -> intake.takeAll(handle, number, all));
    }
  }

  void fetchTimelines(TopicRule rule) throws LimitReachedException, FailedException {
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
    Optional<URI> next =
        Optional.of(
            client.address(
                "/repos/"
                    + place.repository()
                    + "/issues/"
                    + number
                    + "/"
                    + what
                    + "?per_page=100"));
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
}
