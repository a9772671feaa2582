package dev.fortnight.announce.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.problem.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Slack's Web API. The token goes to Slack's own hosts only: the address stands in {@code
 * programme.yml}, which more people may write than may know the token.
 */
final class SlackApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Slack, and Slack for the public sector of the United States. */
  private static final Set<String> HOSTS = Set.of("slack.com", "slack-gov.com");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI api;
  private final Secret token;
  private final SlackHttp http;

  SlackApi(URI api, Secret token, Duration patience) {
    this.api = URI.create(api.toString().replaceAll("/*$", "/"));
    this.token = token;
    this.http = new SlackHttp(patience);
  }

  /** What a call came to. */
  sealed interface Result {

    /** It was done. */
    record Done(JsonNode answer) implements Result {}

    /** Slack says that it was not, or that it does not know; see {@link SlackErrors}. */
    record Failed(String code) implements Result {}

    record Limited(Duration pause) implements Result {}

    record NotSent(String why) implements Result {}

    record Unclear(String why) implements Result {}

    /** The address is none that the token may go to, or no API answers there. */
    record Elsewhere() implements Result {}
  }

  Result post(String method, ObjectNode body) {
    return call(
        HttpRequest.newBuilder(api.resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  Result get(String method, Map<String, String> query) {
    String values =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return call(HttpRequest.newBuilder(api.resolve(method + "?" + values)).GET());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Result call(HttpRequest.Builder request) {
    if (!isSlack(api)) {
      return new Result.Elsewhere();
    }
    SlackHttp.Exchange exchange =
        http.send(request.header("Authorization", "Bearer " + token.reveal()).build());
    if (exchange instanceof SlackHttp.Exchange.Answered answered) {
      return result(answered);
    }
    if (exchange instanceof SlackHttp.Exchange.Limited limited) {
      return new Result.Limited(limited.pause());
    }
    if (exchange instanceof SlackHttp.Exchange.NotSent notSent) {
      return new Result.NotSent(notSent.why());
    }
    return new Result.Unclear(((SlackHttp.Exchange.Unclear) exchange).why());
  }

  private static boolean isSlack(URI address) {
    String host = address.getHost();
    boolean isOfSlack =
        HOSTS.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    return LOOPBACK.contains(host) || isOfSlack && address.getScheme().equals("https");
  }

  private static Result result(SlackHttp.Exchange.Answered answered) {
    JsonNode json = json(answered.body());
    if (json.path("ok").isBoolean()) {
      return json.path("ok").asBoolean()
          ? new Result.Done(json)
          : new Result.Failed(json.path("error").asText());
    }
    return answered.status() == 200
        ? new Result.Unclear("Slack's answer makes no sense")
        : new Result.Elsewhere();
  }

  /** A missing node where it is none. */
  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // not passed on: its message repeats what was sent
      return JSON.missingNode();
    }
  }
}
