package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One repository of the simulator and what people do to it. As on GitHub, renaming and deleting
 * labels, renaming people, and editing and deleting comments leave an issue's time of change alone.
 */
public final class SimulatedRepository {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What answers under the number of an issue that is gone: a status, or where to go. */
  record Gone(int status, String location) {}

  final SimulatedGitHub github;
  final long id;
  String name;
  final TreeMap<Integer, SimulatedIssue> issues = new TreeMap<>();
  final TreeMap<Long, String> labels = new TreeMap<>();
  final TreeMap<Long, String> milestones = new TreeMap<>();
  final Map<Integer, Gone> gone = new TreeMap<>();
  private int last;

  SimulatedRepository(SimulatedGitHub github, long id, String name) {
    this.github = github;
    this.id = id;
    this.name = name;
  }

  // what people do

  public int create(String title, String... labels) {
    SimulatedIssue issue = new SimulatedIssue();
    issue.id = github.nextId();
    issue.nodeId = "I_" + issue.id;
    issue.number = ++last;
    issue.title = title;
    issue.author = github.user("ada");
    issue.created = github.tick();
    issue.updated = issue.created;
    for (String label : labels) {
      issue.labels.add(label(label));
    }
    issues.put(issue.number, issue);
    return issue.number;
  }

  public int createPullRequest(String title, String... labels) {
    int number = create(title, labels);
    issues.get(number).isPullRequest = true;
    return number;
  }

  /** Makes a label, unless there is one of the name. */
  public long label(String name) {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              long made = github.nextId();
              labels.put(made, name);
              return made;
            });
  }

  public void edit(int number, String title, String body) {
    SimulatedIssue issue = touch(number);
    issue.title = title;
    issue.body = body;
  }

  public void close(int number, String reason) {
    SimulatedIssue issue = touch(number);
    issue.state = "closed";
    issue.reason = reason;
    issue.closed = issue.updated;
    event(issue, "closed", reason);
  }

  public void reopen(int number) {
    SimulatedIssue issue = touch(number);
    issue.state = "open";
    issue.reason = "reopened";
    issue.closed = null;
    event(issue, "reopened", null);
  }

  private void event(SimulatedIssue issue, String what, String reason) {
    issue.events.add(new SimulatedIssue.Event(github.nextId(), what, reason, issue.updated));
  }

  public void addLabel(int number, String name) {
    SimulatedIssue issue = touch(number);
    long label = label(name);
    if (!issue.labels.contains(label)) {
      issue.labels.add(label);
    }
  }

  public void removeLabel(int number, String name) {
    touch(number).labels.remove((Object) label(name));
  }

  public void renameLabel(String from, String to) {
    labels.put(label(from), to);
    github.tick();
  }

  public void deleteLabel(String name) {
    Long label = label(name);
    labels.remove(label);
    issues.values().forEach(issue -> issue.labels.remove(label));
    github.tick();
  }

  public void setMilestone(int number, String title) {
    SimulatedIssue issue = touch(number);
    issue.milestone =
        milestones.entrySet().stream()
            .filter(entry -> entry.getValue().equals(title))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(github::nextId);
    milestones.put(issue.milestone, title);
  }

  public void renameMilestone(String from, String to) {
    milestones.replaceAll((key, title) -> title.equals(from) ? to : title);
    github.tick();
  }

  public void assign(int number, String login) {
    touch(number).assignees.add(github.user(login));
  }

  public long comment(int number, String login, String body) {
    SimulatedIssue issue = touch(number);
    SimulatedIssue.Remark remark = new SimulatedIssue.Remark();
    remark.id = github.nextId();
    remark.body = body;
    remark.author = github.user(login);
    remark.created = issue.updated;
    remark.updated = issue.updated;
    issue.comments.put(remark.id, remark);
    return remark.id;
  }

  public void editComment(int number, long comment, String body) {
    SimulatedIssue.Remark remark = issues.get(number).comments.get(comment);
    remark.body = body;
    remark.updated = github.tick();
  }

  public void deleteComment(int number, long comment) {
    issues.get(number).comments.remove(comment);
    github.tick();
  }

  public void delete(int number) {
    issues.remove(number);
    gone.put(number, new Gone(410, null));
    github.tick();
  }

  /** Hides an issue from whoever asks: 404. */
  public void hide(int number) {
    issues.remove(number);
    gone.put(number, new Gone(404, null));
    github.tick();
  }

  /** Moves an issue, which gets a new number and loses its labels. */
  public int transfer(int number, SimulatedRepository to) {
    SimulatedIssue issue = issues.remove(number);
    issue.number = ++to.last;
    issue.updated = github.tick();
    issue.labels.clear();
    issue.milestone = null;
    to.issues.put(issue.number, issue);
    gone.put(number, new Gone(301, "/repositories/" + to.id + "/issues/" + issue.number));
    return issue.number;
  }

  /** As seen on GitHub: the issue stays, closed and locked, and its timeline says why. */
  public void convertToDiscussion(int number) {
    SimulatedIssue issue = touch(number);
    issue.isLocked = true;
    if (issue.state.equals("open")) {
      issue.state = "closed";
      issue.closed = issue.updated;
    }
    event(issue, "converted_to_discussion", null);
  }

  public void rename(String to) {
    github.rename(this, to);
  }

  /** Fills the repository from an export with GraphQL's names. */
  public void load(JsonNode archive) {
    archive.path("labels").forEach(json -> label(json.path("name").asText()));
    List<JsonNode> all = new ArrayList<>();
    archive.path("issues").forEach(all::add);
    archive.path("pulls").forEach(json -> all.add(((ObjectNode) json).put("pull", true)));
    all.sort(Comparator.comparingInt(json -> json.path("number").asInt()));
    for (JsonNode json : all) {
      load(json, json.path("pull").asBoolean());
    }
  }

  private void load(JsonNode json, boolean isPullRequest) {
    SimulatedIssue issue = new SimulatedIssue();
    issue.id = github.nextId();
    issue.nodeId = json.path("id").asText();
    issue.number = json.path("number").asInt();
    last = Math.max(last, issue.number);
    issue.title = json.path("title").asText();
    issue.body = json.path("body").asText();
    issue.isPullRequest = isPullRequest;
    issue.author = github.user(json.path("author").asText("ghost"));
    issue.association = json.path("authorAssociation").asText("NONE");
    issue.created = Instant.parse(json.path("createdAt").asText());
    issue.updated = Instant.parse(json.path("updatedAt").asText());
    if (json.hasNonNull("closedAt")) {
      issue.state = "closed";
      issue.closed = Instant.parse(json.path("closedAt").asText());
    }
    json.path("labels")
        .forEach(
            label ->
                issue.labels.add(
                    label(label.isObject() ? label.path("name").asText() : label.asText())));
    json.path("assignees").forEach(login -> issue.assignees.add(github.user(login.asText())));
    for (JsonNode comment : json.path("comments")) {
      SimulatedIssue.Remark remark = new SimulatedIssue.Remark();
      remark.id = github.nextId();
      remark.body = comment.path("body").asText();
      remark.author = github.user(comment.path("author").asText("ghost"));
      remark.created = Instant.parse(comment.path("createdAt").asText());
      remark.updated = Instant.parse(comment.path("updatedAt").asText());
      issue.comments.put(remark.id, remark);
    }
    issues.put(issue.number, issue);
    github.notBefore(issue.updated);
  }

  private SimulatedIssue touch(int number) {
    SimulatedIssue issue = issues.get(number);
    issue.updated = github.tick();
    return issue;
  }

  // what GitHub says of it

  String url() {
    return github.address() + "/repos/" + name;
  }

  ArrayNode labels() {
    ArrayNode array = JSON.createArrayNode();
    labels.keySet().forEach(label -> array.add(label(label)));
    return array;
  }

  private ObjectNode label(long label) {
    return JSON.createObjectNode().put("id", label).put("name", labels.get(label));
  }

  ArrayNode milestones() {
    ArrayNode array = JSON.createArrayNode();
    milestones.keySet().forEach(milestone -> array.add(milestone(milestone)));
    return array;
  }

  private ObjectNode milestone(long milestone) {
    return JSON.createObjectNode()
        .put("id", milestone)
        .put("number", (int) (milestone % 1000))
        .put("title", milestones.get(milestone))
        .put("state", "open")
        .putNull("due_on");
  }

  List<JsonNode> list(Map<String, String> query) {
    String label = query.getOrDefault("labels", "");
    String state = query.getOrDefault("state", "open");
    Instant since = since(query);
    List<SimulatedIssue> found =
        new ArrayList<>(
            issues.values().stream()
                .filter(issue -> state.equals("all") || state.equals(issue.state))
                .filter(issue -> !issue.updated.isBefore(since))
                .filter(
                    issue ->
                        label.isEmpty()
                            || issue.labels.stream()
                                .anyMatch(key -> labels.get(key).equalsIgnoreCase(label)))
                .sorted(
                    Comparator.<SimulatedIssue, Instant>comparing(issue -> issue.updated)
                        .thenComparing(issue -> issue.number))
                .toList());
    return ordered(found.stream().<JsonNode>map(this::json), query);
  }

  List<JsonNode> feed(Map<String, String> query) {
    Instant since = since(query);
    return ordered(
        issues.values().stream()
            .flatMap(issue -> comments(issue).stream())
            .filter(json -> !Instant.parse(json.path("updated_at").asText()).isBefore(since))
            .sorted(
                Comparator.<JsonNode, Instant>comparing(
                        json -> Instant.parse(json.path("updated_at").asText()))
                    .thenComparing(json -> json.path("id").asLong())),
        query);
  }

  private static List<JsonNode> ordered(Stream<JsonNode> entries, Map<String, String> query) {
    List<JsonNode> list = new ArrayList<>(entries.toList());
    if (!query.getOrDefault("direction", "desc").equals("asc")) {
      java.util.Collections.reverse(list);
    }
    return list;
  }

  /** Inclusive, whole seconds; an epoch gives nothing, as was seen. */
  private static Instant since(Map<String, String> query) {
    if (!query.containsKey("since")) {
      return Instant.MIN;
    }
    Instant since = Instant.parse(query.get("since"));
    return since.getEpochSecond() <= 0
        ? Instant.MAX
        : Instant.ofEpochSecond(since.getEpochSecond());
  }

  List<JsonNode> comments(SimulatedIssue issue) {
    return issue.comments.values().stream().<JsonNode>map(remark -> json(issue, remark)).toList();
  }

  List<JsonNode> timeline(SimulatedIssue issue) {
    return issue.events.stream()
        .<JsonNode>map(
            event ->
                JSON.createObjectNode()
                    .put("id", event.id())
                    .put("event", event.event())
                    .put("state_reason", event.reason())
                    .put("created_at", event.at().toString()))
        .toList();
  }

  ObjectNode json(SimulatedIssue issue) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", issue.id).put("node_id", issue.nodeId).put("number", issue.number);
    json.put("url", url() + "/issues/" + issue.number).put("repository_url", url());
    json.put("html_url", "https://github.example/" + name + "/issues/" + issue.number);
    json.put("title", issue.title).put("body", issue.body);
    json.put("state", issue.state).put("state_reason", issue.reason);
    json.put("locked", issue.isLocked).put("comments", issue.comments.size());
    json.put("author_association", issue.association);
    json.put("created_at", issue.created.toString()).put("updated_at", issue.updated.toString());
    json.put("closed_at", issue.closed == null ? null : issue.closed.toString());
    json.set("user", github.userJson(issue.author));
    ArrayNode named = json.putArray("labels");
    issue.labels.forEach(label -> named.add(label(label)));
    ArrayNode people = json.putArray("assignees");
    issue.assignees.forEach(user -> people.add(github.userJson(user)));
    json.set("milestone", issue.milestone == null ? JSON.nullNode() : milestone(issue.milestone));
    json.putObject("sub_issues_summary").put("total", 0);
    if (issue.isPullRequest) {
      json.putObject("pull_request").put("url", url() + "/pulls/" + issue.number);
    }
    return json;
  }

  private ObjectNode json(SimulatedIssue issue, SimulatedIssue.Remark remark) {
    ObjectNode json = JSON.createObjectNode().put("id", remark.id).put("body", remark.body);
    json.put("issue_url", url() + "/issues/" + issue.number);
    json.put("created_at", remark.created.toString()).put("updated_at", remark.updated.toString());
    json.set("user", github.userJson(remark.author));
    return json;
  }
}
