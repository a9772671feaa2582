package dev.fortnight.topic.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers as GitHub once did, from one folder of recordings, under its own address: WireMock's, or
 * one file of requests and answers as Octokit's tests have them.
 */
final class RecordedGitHub implements AutoCloseable {

  static final String ONE_FILE = "raw-fixture.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("content-encoding", "content-length", "transfer-encoding", "connection");

  /**
   * One answer to a GET.
   *
   * @param headers as they were recorded
   */
  record Recorded(String target, int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Recorded> recordings = new ArrayList<>();
  private final Map<String, Recorded> next = new HashMap<>();

  RecordedGitHub(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    if (Files.exists(folder.resolve(ONE_FILE))) {
      JSON.readTree(folder.resolve(ONE_FILE).toFile()).forEach(this::readOne);
      return;
    }
    try (Stream<Path> files = Files.list(folder.resolve("mappings"))) {
      for (Path file : files.sorted().toList()) {
        read(folder, JSON.readTree(file.toFile()));
      }
    }
  }

  private void read(Path folder, JsonNode mapping) throws IOException {
    JsonNode request = mapping.path("request");
    String target =
        Stream.of("url", "urlPath")
            .map(name -> request.path(name).asText())
            .reduce("", String::concat);
    if (!request.path("method").asText().equals("GET") || target.isEmpty()) {
      return;
    }
    JsonNode response = mapping.path("response");
    Map<String, String> headers = new HashMap<>();
    response
        .path("headers")
        .fields()
        .forEachRemaining(
            header -> {
              JsonNode value = header.getValue();
              headers.put(header.getKey(), here(value.isArray() ? value.get(0) : value));
            });
    Path file = folder.resolve("__files").resolve(response.path("bodyFileName").asText());
    String body =
        response.has("bodyFileName") && Files.exists(file)
            ? here(JSON.getNodeFactory().textNode(Files.readString(file)))
            : here(response.path("body"));
    recordings.add(new Recorded(target, response.path("status").asInt(), headers, body));
  }

  private void readOne(JsonNode recorded) {
    if (!recorded.path("method").asText().equalsIgnoreCase("GET")) {
      return;
    }
    Map<String, String> headers = new HashMap<>();
    JsonNode raw = recorded.path("rawHeaders");
    for (int i = 0; i + 1 < raw.size(); i += 2) {
      headers.put(raw.get(i).asText(), here(raw.get(i + 1)));
    }
    JsonNode body = recorded.path("response");
    String text =
        here(JSON.getNodeFactory().textNode(body.isTextual() ? body.asText() : "" + body));
    recordings.add(
        new Recorded(
            recorded.path("path").asText(), recorded.path("status").asInt(), headers, text));
  }

  /** GitHub's address becomes ours, and what is reckoned from now on is. */
  private String here(JsonNode text) {
    Instant now = Instant.now();
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    return text.asText()
        .replace("https://api.github.com", address().toString())
        .replaceAll(
            "\\{\\{[^}]*format='unix'[^}]*}}", String.valueOf(now.plusSeconds(3).getEpochSecond()))
        .replaceAll("\\{\\{[^}]*}}", date);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Recorded> recordings() {
    return recordings;
  }

  /** Of several answers to one request this is the next. */
  void prepare(Recorded recorded) {
    next.put(recorded.target(), recorded);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      Recorded recorded = next.get(target);
      if (recorded == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      recorded
          .headers()
          .forEach(
              (name, value) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().set(name, value);
                }
              });
      byte[] body = recorded.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(recorded.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
