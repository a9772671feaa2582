package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what GitHub's REST API sends. Fields that are not known here are not looked at. */
final class GitHubJson {

  private static final Pattern REPOSITORY = Pattern.compile("/repos/([^/]+/[^/]+)$");
  private static final Pattern ISSUE = Pattern.compile("/issues/(\\d{1,9})$");

  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final Set<String> STATE_EVENTS =
      Set.of("closed", "reopened", StateEvent.CONVERTED);

  private GitHubJson() {}

  static Issue issue(JsonNode json) throws IncompleteException {
    Instant opened = instant(json, "created_at");
    return new Issue(
        text(json, "node_id")
            .filter(id -> id.length() <= 200)
            .orElseGet(() -> "id:" + json.path("id").asLong()),
        first(REPOSITORY, json.path("repository_url").asText()).orElse(""),
        number(json),
        text(json, "title").orElseThrow(() -> new IncompleteException("title")),
        text(json, "body").orElse(""),
        json.path("state").asText().equals("closed") ? "closed" : "open",
        text(json, "state_reason"),
        labels(json.path("labels")),
        Optional.of(json.path("milestone")).filter(JsonNode::isObject).map(GitHubJson::milestone),
        users(json.path("assignees")),
        user(json.path("user")),
        text(json, "author_association").orElse("NONE"),
        text(json, "html_url").filter(page -> page.matches("(?i)https?://.*")),
        json.path("locked").asBoolean(),
        json.hasNonNull("pull_request"),
        json.path("comments").asInt(),
        opened,
        json.hasNonNull("updated_at") ? instant(json, "updated_at") : opened,
        json.hasNonNull("closed_at") ? Optional.of(instant(json, "closed_at")) : Optional.empty());
  }

  /** The number of an issue; 0 where it has none. */
  static int numberOf(JsonNode json) {
    JsonNode number = json.path("number");
    return number.isIntegralNumber() && number.canConvertToInt() ? number.intValue() : 0;
  }

  private static int number(JsonNode json) throws IncompleteException {
    int number = numberOf(json);
    if (number < 1) {
      throw new IncompleteException("number");
    }
    return number;
  }

  static Comment comment(JsonNode json) throws IncompleteException {
    Instant created = instant(json, "created_at");
    return new Comment(
        json.path("id").asLong(),
        first(ISSUE, json.path("issue_url").asText()).map(Integer::valueOf).orElse(0),
        text(json, "body").orElse(""),
        user(json.path("user")),
        created,
        json.hasNonNull("updated_at") ? instant(json, "updated_at") : created);
  }

  static List<Names.Label> labels(JsonNode array) {
    List<Names.Label> labels = new ArrayList<>();
    for (JsonNode label : array) {
      label(label).ifPresent(labels::add);
    }
    return List.copyOf(labels);
  }

  /** An object, or its name alone where GitHub's documents allow that. */
  static Optional<Names.Label> label(JsonNode json) {
    return (json.isTextual() ? text(json) : text(json, "name"))
        .map(name -> new Names.Label(id(json, name), name));
  }

  /** GitHub's documents allow a label without an id; its name has to do then. */
  private static long id(JsonNode json, String name) {
    return json.path("id").isIntegralNumber()
        ? json.path("id").asLong()
        : -1L - (name.hashCode() & 0xffffffffL);
  }

  static Names.Milestone milestone(JsonNode json) {
    return new Names.Milestone(
        json.path("id").asLong(),
        numberOf(json),
        text(json, "title").orElse(""),
        text(json, "state").orElse("open"),
        text(json, "due_on"));
  }

  static List<StateEvent> stateEvents(JsonNode array) {
    List<StateEvent> events = new ArrayList<>();
    for (JsonNode event : array) {
      String what = event.path("event").asText();
      if (STATE_EVENTS.contains(what)) {
        parsed(event.path("created_at").asText())
            .map(at -> new StateEvent(what, text(event, "state_reason"), at))
            .ifPresent(events::add);
      }
    }
    return events;
  }

  private static List<Names.User> users(JsonNode array) {
    List<Names.User> users = new ArrayList<>();
    array.forEach(json -> user(json).ifPresent(users::add));
    return List.copyOf(users);
  }

  private static Optional<Names.User> user(JsonNode json) {
    return text(json, "login").map(login -> new Names.User(json.path("id").asLong(), login));
  }

  private static Instant instant(JsonNode json, String name) throws IncompleteException {
    return parsed(json.path(name).asText()).orElseThrow(() -> new IncompleteException(name));
  }

  /** A time as GitHub writes it; empty where it is none. */
  static Optional<Instant> parsed(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode json, String name) {
    return text(json.path(name));
  }

  /** Without NUL, which PostgreSQL does not store, and halves of characters, which nobody does. */
  private static Optional<String> text(JsonNode value) {
    return value.isTextual()
        ? Optional.of(UNSTORABLE.matcher(value.textValue()).replaceAll("\ufffd"))
        : Optional.empty();
  }

  private static Optional<String> first(Pattern pattern, String address) {
    Matcher matcher = pattern.matcher(address);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
