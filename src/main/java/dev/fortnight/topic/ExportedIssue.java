package dev.fortnight.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One issue of a JSON export, with GitHub's REST names ({@code updated_at}) or those of its GraphQL
 * API and of {@code gh issue list} ({@code updatedAt}).
 *
 * @param line where it begins, from 1
 * @param archive the repository that the whole file is of, where it says so
 */
record ExportedIssue(JsonNode json, int line, Optional<String> archive) {

  private static final Pattern API_ADDRESS = Pattern.compile("/repos/([^/]+/[^/]+)(/.*)?$");
  private static final Pattern NAME = Pattern.compile("^([\\w.-]{1,100}/[\\w.-]{1,100})$");
  private static final Pattern PAGE_ADDRESS =
      Pattern.compile("^https?://[^/]+/([^/]+/[^/]+)/issues/");

  /** Says what is wrong with an issue, without repeating any of it. */
  static final class UnreadableException extends Exception {
    UnreadableException(String what) {
      super(what);
    }
  }

  boolean isPullRequest() {
    return json.hasNonNull("pull_request");
  }

  /** Whether it is an entry of {@code fortnight topics --format json} for what is gone. */
  boolean isTombstone() {
    return json.hasNonNull("tombstone");
  }

  /** As {@code owner/name}; empty where neither the issue nor the file says. */
  String repository() {
    return archive
        .or(() -> first(API_ADDRESS, json.path("repository_url").asText()))
        .or(() -> first(PAGE_ADDRESS, json.path("html_url").asText()))
        .or(() -> first(PAGE_ADDRESS, json.path("url").asText()))
        .or(() -> first(NAME, json.path("repository").asText()))
        .orElse("");
  }

  /** How to call it in a problem. */
  String name() {
    return json.path("number").canConvertToInt() ? "topic " + json.path("number") : "a topic";
  }

  List<String> labels() throws UnreadableException {
    JsonNode labels = json.path("labels");
    if (labels.isMissingNode() || labels.isNull()) {
      return List.of();
    }
    if (!labels.isArray()) {
      throw new UnreadableException("'labels' is not a list");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode label : labels) {
      JsonNode name = label.isObject() ? label.path("name") : label;
      if (!name.isTextual()) {
        throw new UnreadableException("one of its labels has no name");
      }
      names.add(name.textValue());
    }
    return List.copyOf(names);
  }

  /** The topic, with no more than its number for a slug. */
  Topic topic() throws UnreadableException {
    int number = number();
    return new Topic(
        String.valueOf(number),
        repository(),
        number,
        text("title").orElseThrow(() -> new UnreadableException("'title' is missing")),
        text("body").orElse(""),
        state(),
        either("state_reason", "stateReason").map(reason -> reason.toLowerCase(Locale.ROOT)),
        labels(),
        page(),
        instant("created_at", "createdAt").orElseThrow(() -> missing("created_at")),
        instant("updated_at", "updatedAt").orElseThrow(() -> missing("updated_at")),
        instant("closed_at", "closedAt"),
        Optional.of(author()));
  }

  /**
   * A file that does not say is taken for the team's: they have exported it, and nobody outside can
   * change it since.
   */
  private TopicAuthor author() throws UnreadableException {
    return either("author_association", "authorAssociation")
        .map(TopicAuthor::of)
        .orElse(TopicAuthor.TEAM);
  }

  int number() throws UnreadableException {
    JsonNode number = json.path("number");
    if (!number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() < 1) {
      throw new UnreadableException("'number' is not a number from 1");
    }
    return number.intValue();
  }

  private TopicState state() throws UnreadableException {
    return switch (text("state").orElse("").toLowerCase(Locale.ROOT)) {
      case "open" -> TopicState.OPEN;
      case "closed" -> TopicState.CLOSED;
      default -> throw new UnreadableException("'state' is neither open nor closed");
    };
  }

  /** The address of the issue's page; an address of another scheme is never shown as a link. */
  private Optional<URI> page() throws UnreadableException {
    return page(json.hasNonNull("html_url") ? "html_url" : "url");
  }

  /** The same under another name. */
  Optional<URI> page(String name) throws UnreadableException {
    String address = text(name).orElse("");
    if (!address.matches("(?i)https?://.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(address));
    } catch (URISyntaxException e) {
      throw new UnreadableException("'" + name + "' is not an address");
    }
  }

  Optional<Instant> instant(String rest, String graph) throws UnreadableException {
    Optional<String> text = either(rest, graph);
    try {
      return text.map(time -> OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException e) {
      throw new UnreadableException("'" + rest + "' is not a time such as 2026-11-02T09:00:00Z");
    }
  }

  private Optional<String> either(String rest, String graph) throws UnreadableException {
    Optional<String> value = text(rest);
    return value.isPresent() ? value : text(graph);
  }

  private Optional<String> text(String name) throws UnreadableException {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new UnreadableException("'" + name + "' is not text");
    }
    return Optional.of(value.textValue());
  }

  private static UnreadableException missing(String name) {
    return new UnreadableException("'" + name + "' is missing");
  }

  private static Optional<String> first(Pattern pattern, String address) {
    Matcher matcher = pattern.matcher(address);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
