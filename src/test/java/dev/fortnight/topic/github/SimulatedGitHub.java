package dev.fortnight.topic.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * GitHub's REST API as far as a backlog needs it, on a free port of this machine, with what goes
 * wrong with it. Its time passes only as things happen.
 */
public final class SimulatedGitHub implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT = 5_000;

  /**
   * What was asked and how it was answered.
   *
   * @param target path and query
   * @param status 0 where nothing was answered
   */
  public record Request(
      String target, Optional<String> authorization, boolean isConditional, int status) {}

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, SimulatedRepository> repositories = new LinkedHashMap<>();
  private final Map<String, Long> renamed = new HashMap<>();
  private final TreeMap<Long, String> users = new TreeMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<Integer, SimulatedFault> faults = new HashMap<>();
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private Duration lie = Duration.ZERO;
  private long lastId = 1000;
  private int count;
  private int waiting;
  private int mostAtOnce;
  private int left = LIMIT;
  private IntConsumer meanwhile = number -> {};

  public SimulatedGitHub() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::serve);
  }

  private Void serve() throws IOException {
    while (!server.isClosed()) {
      Socket socket = server.accept();
      threads.submit(() -> answer(socket));
    }
    return null;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** What was asked until now. */
  public List<Request> requests() {
    return requests;
  }

  public synchronized SimulatedRepository repository(String name) {
    return repositories.computeIfAbsent(name, key -> new SimulatedRepository(this, nextId(), name));
  }

  /** Lets the repository answer 404, whatever is asked of it. */
  public synchronized void hide(String name) {
    repositories.remove(name);
  }

  /** Shows a repository again that was hidden. */
  public synchronized void show(SimulatedRepository repository) {
    repositories.put(repository.name, repository);
  }

  synchronized void rename(SimulatedRepository repository, String to) {
    repositories.remove(repository.name);
    renamed.put(repository.name, repository.id);
    repository.name = to;
    repositories.put(to, repository);
  }

  public synchronized void renameUser(String from, String to) {
    users.replaceAll((key, login) -> login.equals(from) ? to : login);
    tick();
  }

  /** Lets something go wrong with the request that comes after so many others. */
  public synchronized void fail(SimulatedFault fault, int after) {
    faults.put(count + after, fault);
  }

  public synchronized void failNoMore() {
    faults.clear();
  }

  /** Tells a wrong time in each answer. */
  public synchronized void lie(Duration by) {
    lie = by;
  }

  /** Does something before each request is answered; it is told how many there were before. */
  public synchronized void meanwhile(IntConsumer action) {
    meanwhile = action;
  }

  public synchronized Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  synchronized void notBefore(Instant time) {
    now = now.isBefore(time) ? time : now;
  }

  public synchronized Instant now() {
    return now;
  }

  synchronized long nextId() {
    return ++lastId;
  }

  synchronized long user(String login) {
    return users.entrySet().stream()
        .filter(entry -> entry.getValue().equals(login))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              long id = nextId();
              users.put(id, login);
              return id;
            });
  }

  String login(long user) {
    return users.get(user);
  }

  ObjectNode userJson(long user) {
    return JSON.createObjectNode().put("id", user).put("login", users.get(user));
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer before it is sent. */
  private record Reply(int status, Map<String, String> headers, byte[] body) {}

  /** One request; header names in lower case. */
  private record Exchange(String target, Map<String, String> headers) {

    static Exchange read(Socket socket) throws IOException {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String target = reader.readLine().split(" ")[1];
      Map<String, String> headers = new HashMap<>();
      for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      return new Exchange(target, headers);
    }

    URI uri() {
      return URI.create(target);
    }
  }

  /** By hand, because a ready-made server writes the true time into each answer. */
  private Void answer(Socket socket) throws IOException, InterruptedException {
    try (socket) {
      Exchange exchange = Exchange.read(socket);
      Optional<SimulatedFault> fault;
      Reply reply;
      come();
      synchronized (this) {
        meanwhile.accept(count);
        fault = Optional.ofNullable(faults.remove(count++));
        reply = fault.isPresent() ? broken(fault.get(), exchange) : whole(exchange);
        note(exchange, reply.status());
        waiting--;
      }
      if (fault.equals(Optional.of(SimulatedFault.SILENCE))) {
        closed.await();
      }
      send(socket, reply, fault.equals(Optional.of(SimulatedFault.CUT_OFF)));
    }
    return null;
  }

  private synchronized void come() {
    waiting++;
    mostAtOnce = Math.max(mostAtOnce, waiting);
  }

  /** How many requests waited for an answer at the same time, at most. */
  public synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  private void note(Exchange exchange, int status) {
    requests.add(
        new Request(
            exchange.target(),
            Optional.ofNullable(exchange.headers().get("authorization")),
            exchange.headers().containsKey("if-none-match"),
            status));
  }

  private static void send(Socket socket, Reply reply, boolean isCut) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " So\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (reply.status() != 304) {
      head.append("Content-Length: " + reply.body().length + "\r\n");
    }
    OutputStream out = socket.getOutputStream();
    out.write((head + "Connection: close\r\n\r\n").getBytes(UTF_8));
    out.write(reply.body(), 0, isCut ? 1 : reply.body().length);
    out.flush();
  }

  private Reply broken(SimulatedFault fault, Exchange exchange) {
    String slow = "{\"message\": \"You have exceeded a secondary rate limit.\"}";
    String spent = "{\"message\": \"API rate limit exceeded\"}";
    Map<String, String> headers = new HashMap<>(headers());
    Instant later = now.plus(lie).plusSeconds(90);
    switch (fault) {
      case PRIMARY_LIMIT, PRIMARY_LIMIT_429 -> {
        headers.put("X-RateLimit-Remaining", "0");
        headers.put("X-RateLimit-Reset", String.valueOf(later.getEpochSecond()));
        return reply(fault == SimulatedFault.PRIMARY_LIMIT ? 403 : 429, headers, spent);
      }
      case SECONDARY_LIMIT_IN_SECONDS -> {
        headers.put("Retry-After", "90");
        return reply(403, headers, slow);
      }
      case SECONDARY_LIMIT_UNTIL -> {
        headers.put("Retry-After", httpDate(later));
        return reply(403, headers, "{\"message\": \"Slow down\"}");
      }
      case SECONDARY_LIMIT_429 -> {
        return reply(429, headers, "{\"message\": \"Slow down\"}");
      }
      case SECONDARY_LIMIT_IN_BODY -> {
        return reply(403, headers, slow);
      }
      case UNICORN -> {
        headers.put("Content-Type", "text/html");
        return reply(503, headers, "<html>Unicorn</html>");
      }
      case BAD_GATEWAY -> {
        return reply(502, headers, "");
      }
      case SIGN_IN_PAGE -> {
        headers.put("Content-Type", "text/html");
        return reply(200, headers, "<html>Sign in, please</html>");
      }
      case HALF_JSON -> {
        Reply whole = whole(exchange);
        String body = new String(whole.body(), UTF_8);
        return reply(200, whole.headers(), "[" + body.substring(0, body.length() / 2));
      }
      case CUT_OFF, SILENCE -> {
        return reply(200, headers, "[{\"id\": 1}]");
      }
    }
    throw new IllegalStateException(fault.name());
  }

  private Reply whole(Exchange exchange) {
    URI target = exchange.uri();
    String[] path = target.getPath().substring(1).split("/");
    Map<String, String> query = query(target);
    Optional<SimulatedRepository> found = find(path);
    if (found.isEmpty() && path.length >= 3 && renamed.containsKey(path[1] + "/" + path[2])) {
      String rest = target.toString().substring(("/repos/" + path[1] + "/" + path[2]).length());
      return moved("/repositories/" + renamed.get(path[1] + "/" + path[2]) + rest);
    }
    if (found.isEmpty()) {
      return absent(exchange);
    }
    SimulatedRepository repository = found.get();
    int from = path[0].equals("repositories") ? 2 : 3;
    String what = String.join("/", List.of(path).subList(from, path.length));
    return switch (what) {
      case "" -> one(exchange, JSON.createObjectNode().put("full_name", repository.name));
      case "labels" -> page(exchange, all(repository.labels()), query);
      case "milestones" -> page(exchange, all(repository.milestones()), query);
      case "issues" -> page(exchange, repository.list(query), query);
      case "issues/comments" -> page(exchange, repository.feed(query), query);
      default -> ofIssue(exchange, repository, what.split("/"), query);
    };
  }

  private Reply ofIssue(
      Exchange exchange, SimulatedRepository repository, String[] path, Map<String, String> query) {
    int number = Integer.parseInt(path[1]);
    SimulatedIssue issue = repository.issues.get(number);
    String part = path.length > 2 ? "/" + path[2] : "";
    if (issue == null) {
      SimulatedRepository.Gone gone = repository.gone.get(number);
      return gone == null
          ? missing(404)
          : gone.location() == null ? missing(gone.status()) : moved(gone.location() + part);
    }
    return switch (part) {
      case "" -> one(exchange, repository.json(issue));
      case "/comments" -> page(exchange, repository.comments(issue), query);
      case "/timeline" -> page(exchange, repository.timeline(issue), query);
      default -> missing(404);
    };
  }

  private Optional<SimulatedRepository> find(String[] path) {
    if (path[0].equals("repositories")) {
      return repositories.values().stream()
          .filter(repository -> String.valueOf(repository.id).equals(path[1]))
          .findFirst();
    }
    return path.length < 3
        ? Optional.empty()
        : Optional.ofNullable(repositories.get(path[1] + "/" + path[2]));
  }

  private Reply page(Exchange exchange, List<JsonNode> entries, Map<String, String> query) {
    int size = Math.min(100, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    int from = Math.min(entries.size(), (page - 1) * size);
    int to = Math.min(entries.size(), page * size);
    Map<String, String> headers = new HashMap<>();
    if (to < entries.size()) {
      URI target = exchange.uri();
      String rest = target.getRawQuery().replaceAll("(^|&)page=\\d+", "");
      String next = address() + target.getRawPath() + "?" + rest + "&page=" + (page + 1);
      headers.put("Link", "<" + next + ">; rel=\"next\", <" + next + "0>; rel=\"last\"");
    }
    return tagged(exchange, JSON.createArrayNode().addAll(entries.subList(from, to)), headers);
  }

  private Reply one(Exchange exchange, JsonNode body) {
    return tagged(exchange, body, Map.of());
  }

  /** The ETag is of this page as this identity sees it; a 304 costs nothing. */
  private Reply tagged(Exchange exchange, JsonNode body, Map<String, String> more) {
    String identity = String.valueOf(exchange.headers().get("authorization"));
    String etag = "W/\"" + DigestUtils.sha256Hex(identity + body) + "\"";
    Map<String, String> headers = new HashMap<>(more);
    headers.put("ETag", etag);
    boolean isSame = etag.equals(exchange.headers().get("if-none-match"));
    left -= isSame ? 0 : 1;
    headers.putAll(headers());
    return isSame ? new Reply(304, headers, new byte[0]) : reply(200, headers, body.toString());
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("Date", httpDate(now.plus(lie)));
    headers.put("X-RateLimit-Limit", String.valueOf(LIMIT));
    headers.put("X-RateLimit-Remaining", String.valueOf(left));
    headers.put("X-RateLimit-Reset", String.valueOf(now.plusSeconds(3600).getEpochSecond()));
    return headers;
  }

  /** Has an ETag too, by which it must not be asked for. */
  private Reply absent(Exchange exchange) {
    String etag = "W/\"absent\"";
    Map<String, String> headers = new HashMap<>(headers());
    headers.put("ETag", etag);
    return etag.equals(exchange.headers().get("if-none-match"))
        ? new Reply(304, headers, new byte[0])
        : reply(404, headers, "{\"message\": \"Not here\"}");
  }

  private Reply missing(int status) {
    return reply(status, headers(), "{\"message\": \"Not here\"}");
  }

  private Reply moved(String to) {
    Map<String, String> headers = new HashMap<>(headers());
    headers.put("Location", address() + to);
    return reply(301, headers, "{\"message\": \"Moved Permanently\"}");
  }

  private static Reply reply(int status, Map<String, String> headers, String body) {
    return new Reply(status, headers, body.getBytes(UTF_8));
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static List<JsonNode> all(ArrayNode array) {
    List<JsonNode> entries = new ArrayList<>();
    array.forEach(entries::add);
    return entries;
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
}
