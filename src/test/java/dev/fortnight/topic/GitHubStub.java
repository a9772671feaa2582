package dev.fortnight.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** GitHub's REST API as far as the backlog needs it, on a free port of this machine. */
public final class GitHubStub implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FIRST = Instant.parse("2026-11-02T09:00:00Z");

  /** What was asked, with the header that says who asks. */
  public record Request(String target, Optional<String> authorization) {}

  /** An answer to whatever is asked. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<String, ArrayNode> repositories = new HashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<Answer> always = Optional.empty();

  public GitHubStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Request> requests() {
    return requests;
  }

  /** Puts issues in a repository, in the order in which they are listed. */
  public void hold(String repository, ArrayNode issues) {
    repositories.put(repository, issues);
  }

  /** Gives one answer to whatever is asked from now on. */
  public void always(int status, Map<String, String> headers, String body) {
    always = Optional.of(new Answer(status, headers, body));
  }

  /** A list of issues and pull requests: every third is a pull request, every fourth closed. */
  public static ArrayNode issues(String repository, int count) {
    ArrayNode issues = JSON.createArrayNode();
    for (int number = 1; number <= count; number++) {
      ObjectNode issue = issue(repository, number);
      issues.add(issue);
      if (number % 3 == 0) {
        issue.putObject("pull_request").put("url", "https://api.example/pulls/" + number);
      }
      if (number % 4 == 0) {
        issue.put("state", "closed").put("state_reason", "completed");
        issue.put("closed_at", FIRST.plusSeconds(number).toString());
      }
    }
    return issues;
  }

  /** An open issue without labels and without text. */
  public static ObjectNode issue(String repository, int number) {
    ObjectNode issue = JSON.createObjectNode();
    issue.put("id", 1_000_000L + number).put("number", number);
    issue.put("title", "Question " + number).putNull("body").put("state", "open");
    issue.putArray("labels");
    issue.put("url", "https://api.example/repos/" + repository + "/issues/" + number);
    issue.put("html_url", "https://github.example/" + repository + "/issues/" + number);
    issue.put("created_at", FIRST.toString());
    issue.put("updated_at", FIRST.plusSeconds(number).toString());
    issue.put("author_association", "MEMBER");
    return issue;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestURI().toString(),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
    Answer answer = always.orElseGet(() -> answer(exchange.getRequestURI()));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Answer answer(URI target) {
    String[] path = target.getPath().split("/");
    String repository = path.length < 4 ? "" : path[2] + "/" + path[3];
    ArrayNode issues = repositories.get(repository);
    if (issues == null) {
      return json(404, Map.of(), JSON.createObjectNode().put("message", "Not Found"));
    }
    if (target.getPath().matches(".*/issues/\\d+")) {
      return one(issues, Integer.parseInt(path[5]));
    }
    if (!target.getPath().endsWith("/issues") && path.length > 4) {
      return json(200, Map.of(), JSON.createArrayNode());
    }
    return path.length == 4 ? repository(path[2], path[3]) : page(target, issues);
  }

  private static Answer one(ArrayNode issues, int number) {
    for (JsonNode issue : issues) {
      if (issue.path("number").asInt() == number) {
        return json(200, Map.of(), issue);
      }
    }
    return json(404, Map.of(), JSON.createObjectNode().put("message", "Not Found"));
  }

  private static Answer repository(String owner, String name) {
    ObjectNode repository = JSON.createObjectNode().put("id", 1).put("name", name);
    repository.put("full_name", owner + "/" + name).putObject("owner").put("login", owner);
    return json(200, Map.of(), repository);
  }

  private Answer page(URI target, ArrayNode issues) {
    Map<String, String> query = query(target);
    int size = Math.min(100, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    List<JsonNode> matching = matching(issues, query);
    int from = Math.min(matching.size(), (page - 1) * size);
    int to = Math.min(matching.size(), page * size);
    ArrayNode entries = JSON.createArrayNode().addAll(matching.subList(from, to));
    if (to == matching.size()) {
      return json(200, Map.of(), entries);
    }
    String rest = target.getRawQuery().replaceAll("(^|&)page=\\d+", "");
    String next = address() + target.getRawPath() + "?" + rest + "&page=" + (page + 1);
    return json(200, Map.of("Link", "<" + next + ">; rel=\"next\""), entries);
  }

  private static List<JsonNode> matching(ArrayNode issues, Map<String, String> query) {
    String state = query.getOrDefault("state", "open");
    String label = query.getOrDefault("labels", "");
    List<JsonNode> matching = new CopyOnWriteArrayList<>();
    for (JsonNode issue : issues) {
      boolean labelled = issue.path("labels").findValuesAsText("name").contains(label);
      boolean inState = state.equals("all") || state.equals(issue.path("state").asText());
      if (inState && (label.isEmpty() || labelled)) {
        matching.add(issue);
      }
    }
    return matching;
  }

  private static Map<String, String> query(URI target) {
    Map<String, String> query = new HashMap<>();
    for (String pair : Optional.ofNullable(target.getRawQuery()).orElse("").split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return query;
  }

  private static Answer json(int status, Map<String, String> headers, JsonNode body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json; charset=utf-8");
    return new Answer(status, all, body.toString());
  }
}
