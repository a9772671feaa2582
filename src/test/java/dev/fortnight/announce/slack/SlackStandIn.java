package dev.fortnight.announce.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Slack as far as Fortnight talks to it: keeps what is posted, refuses what Slack would refuse. */
public final class SlackStandIn implements AutoCloseable {

  public static final String CHANNEL = "C0123456789";
  public static final Secret TOKEN = new Secret("xoxb-illustrative-bot");
  static final String WEBHOOK_PATH = "/services/T0/B0/illustrative-webhook";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which status comes with which error of a webhook's. */
  private static final Map<String, Integer> WEBHOOK_ERRORS =
      Map.of(
          "invalid_payload", 400,
          "action_prohibited", 403,
          "channel_not_found", 404,
          "no_service", 404,
          "channel_is_archived", 410);

  /** What it does with a request. */
  public enum Conduct {
    ANSWERS,
    ACCEPTS_AND_KEEPS_SILENT,
    ACCEPTS_AND_HANGS_UP,
    ACCEPTS_AND_ANSWERS_500,
    ACCEPTS_AND_ANSWERS_GARBAGE,
    ACCEPTS_AND_ANSWERS_INTERNAL_ERROR,
    ACCEPTS_AND_ANSWERS_HALF,
    KEEPS_SILENT,
    HANGS_UP,
    ANSWERS_500,
    ANSWERS_GARBAGE,
    ANSWERS_INTERNAL_ERROR,
    LIMITS;

    boolean isAccepting() {
      return this == ANSWERS || name().startsWith("ACCEPTS");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<ObjectNode> messages = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> channels = new HashSet<>(Set.of(CHANNEL));
  private final Map<String, String> errors = new HashMap<>();
  private final Deque<Conduct> next = new ArrayDeque<>();
  private Function<String, Conduct> conduct = method -> Conduct.ANSWERS;
  private String retryAfter = "30";
  private final Clock clock;
  private int count;

  public SlackStandIn(Clock clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  public Secret webhook() {
    return new Secret("http://127.0.0.1:" + server.getAddress().getPort() + WEBHOOK_PATH);
  }

  Programme.Slack channel() {
    return new Programme.Slack(CHANNEL, api());
  }

  /** What it does with the requests to come, one after the other. */
  public void next(Conduct... conducts) {
    next.addAll(List.of(conducts));
  }

  public void conduct(Function<String, Conduct> chosen) {
    conduct = chosen;
  }

  void retryAfter(String seconds) {
    retryAfter = seconds;
  }

  /** Answers a method with an error from now on; with none it works again. */
  public void fail(String method, String error) {
    if (error.isEmpty()) {
      errors.remove(method);
    } else {
      errors.put(method, error);
    }
  }

  public void alsoHas(String channel) {
    channels.add(channel);
  }

  /** As somebody in Slack does. */
  synchronized void deleteEverything() {
    messages.clear();
  }

  /** Methods in the order in which they were called. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<ObjectNode> messages() {
    return List.copyOf(messages);
  }

  /** The channel as a reader sees it, replies below their message. */
  public synchronized String shown() {
    return messages.stream()
        .filter(message -> !message.has("thread_ts"))
        .map(message -> message.path("text").asText() + "\n" + replies(message))
        .collect(Collectors.joining());
  }

  private String replies(ObjectNode message) {
    return messages.stream()
        .filter(reply -> reply.path("thread_ts").equals(message.path("ts")))
        .map(reply -> "  " + reply.path("text").asText() + "\n")
        .collect(Collectors.joining());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String method = path.equals(WEBHOOK_PATH) ? "webhook" : path.replace("/api/", "");
    Conduct now;
    String answer;
    synchronized (this) {
      calls.add(method);
      now = next.isEmpty() ? conduct.apply(method) : next.poll();
      answer = now.isAccepting() ? answer(exchange, method, request) : "";
    }
    switch (now) {
      case ANSWERS -> answer(exchange, WEBHOOK_ERRORS.getOrDefault(answer, 200), answer);
      case ACCEPTS_AND_KEEPS_SILENT, KEEPS_SILENT -> keepSilent(exchange);
      case ACCEPTS_AND_HANGS_UP, HANGS_UP -> exchange.close();
      case ACCEPTS_AND_ANSWERS_500, ANSWERS_500 -> answer(exchange, 500, "<html>Sorry</html>");
      case ACCEPTS_AND_ANSWERS_GARBAGE, ANSWERS_GARBAGE -> answer(exchange, 200, "<html>{\"ok\":");
      case ACCEPTS_AND_ANSWERS_INTERNAL_ERROR, ANSWERS_INTERNAL_ERROR ->
          answer(exchange, 200, "{\"ok\":false,\"error\":\"internal_error\"}");
      case ACCEPTS_AND_ANSWERS_HALF -> {
        exchange.sendResponseHeaders(200, answer.length() + 10);
        exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
      }
      case LIMITS -> {
        if (!retryAfter.isEmpty()) {
          exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
      }
    }
  }

  private void keepSilent(HttpExchange exchange) {
    try {
      closing.await();
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String answer(HttpExchange exchange, String method, byte[] request) {
    if (method.equals("webhook")) {
      return webhook(read(request));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN.reveal()).equals(authorization)) {
      return error("invalid_auth");
    }
    if (errors.containsKey(method)) {
      return error(errors.get(method));
    }
    return switch (method) {
      case "chat.postMessage" -> post(read(request));
      case "chat.update" -> update(read(request));
      case "conversations.history" -> list(query(exchange), false);
      case "conversations.replies" -> list(query(exchange), true);
      default -> error("unknown_method");
    };
  }

  private String webhook(JsonNode body) {
    if (errors.containsKey("webhook")) {
      return errors.get("webhook");
    }
    String error = body.has("channel") ? "invalid_payload" : SlackRules.error(body);
    if (error.isEmpty()) {
      keep((ObjectNode) body);
    }
    return error.isEmpty() ? "ok" : error;
  }

  private String post(JsonNode body) {
    String error = SlackRules.error(body);
    if (!channels.contains(body.path("channel").asText())) {
      error = "channel_not_found";
    } else if (body.has("thread_ts") && find(body.path("thread_ts").asText()) == null) {
      error = "thread_not_found";
    }
    return error.isEmpty() ? done(keep((ObjectNode) body)) : error(error);
  }

  private String keep(ObjectNode body) {
    String ts = "%d.%06d".formatted(clock.instant().getEpochSecond(), ++count);
    messages.add(body.put("ts", ts));
    return ts;
  }

  private String update(JsonNode body) {
    ObjectNode there = find(body.path("ts").asText());
    String error = there == null ? "message_not_found" : SlackRules.error(body);
    if (!error.isEmpty()) {
      return error(error);
    }
    for (String key : List.of("text", "blocks", "metadata")) {
      there.set(key, body.path(key));
    }
    return done(there.path("ts").asText());
  }

  private ObjectNode find(String ts) {
    return messages.stream()
        .filter(message -> message.path("ts").asText().equals(ts))
        .findFirst()
        .orElse(null);
  }

  /** Two on each page, so that a reader has to turn it. */
  private String list(Map<String, String> query, boolean isThread) {
    List<ObjectNode> all = new ArrayList<>();
    String ts = query.getOrDefault("ts", "");
    for (ObjectNode message : messages) {
      String thread = message.path("thread_ts").asText();
      String own = message.path("ts").asText();
      boolean isIn =
          isThread
              ? thread.equals(ts) || own.equals(ts)
              : thread.isEmpty() && own.compareTo(query.get("oldest")) >= 0;
      if (isIn) {
        all.add(0, message);
      }
    }
    if (isThread && find(ts) == null) {
      return error("thread_not_found");
    }
    int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    ArrayNode page = answer.putArray("messages");
    for (ObjectNode message : all.subList(from, Math.min(from + 2, all.size()))) {
      ObjectNode copy = message.deepCopy();
      if (!"true".equals(query.get("include_all_metadata"))) {
        copy.remove("metadata");
      }
      page.add(copy);
    }
    String cursor = from + 2 < all.size() ? String.valueOf(from + 2) : "";
    answer.putObject("response_metadata").put("next_cursor", cursor);
    return answer.toString();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> values = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      int at = pair.indexOf('=');
      values.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return values;
  }

  private static String done(String ts) {
    return JSON.createObjectNode().put("ok", true).put("ts", ts).toString();
  }

  private static String error(String code) {
    return JSON.createObjectNode().put("ok", false).put("error", code).toString();
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
