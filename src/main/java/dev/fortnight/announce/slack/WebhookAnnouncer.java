package dev.fortnight.announce.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.problem.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells a Slack channel by an incoming webhook, which can neither look into the channel nor change
 * what it said, and has no threads. Its address is a secret.
 */
public final class WebhookAnnouncer implements Announcer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  private final String channel;
  private final Optional<URI> address;
  private final SlackHttp http;

  /**
   * @param channel that the webhook posts to
   */
  public WebhookAnnouncer(String channel, Secret address) {
    this(channel, address, PATIENCE);
  }

  WebhookAnnouncer(String channel, Secret address, Duration patience) {
    this.channel = channel;
    this.address = address(address);
    this.http = new SlackHttp(patience);
  }

  /** Empty where it is no address that a secret may be sent to. */
  private static Optional<URI> address(Secret secret) {
    try {
      URI uri = new URI(secret.reveal());
      boolean isLoopback = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
      return uri.getHost() != null && (isLoopback || "https".equals(uri.getScheme()))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      // not passed on: its message repeats the address
      return Optional.empty();
    }
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public boolean hasThreads() {
    return false;
  }

  @Override
  public Answer send(Announcement.Message message, Optional<String> below) {
    if (address.isEmpty()) {
      return new Answer.Refused(
          "FORTNIGHT_SLACK_WEBHOOK is not an address that begins with https://",
          "Copy it again from the app's page 'Incoming Webhooks'.");
    }
    SlackHttp.Exchange exchange =
        http.send(
            HttpRequest.newBuilder(address.get())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body(message)))
                .build());
    if (exchange instanceof SlackHttp.Exchange.Answered answered) {
      return answer(answered);
    }
    if (exchange instanceof SlackHttp.Exchange.Limited limited) {
      return new Answer.Later(limited.pause(), "Slack asks to wait");
    }
    if (exchange instanceof SlackHttp.Exchange.NotSent notSent) {
      return new Answer.Later(USUAL_WAIT, notSent.why());
    }
    return new Answer.Unknown(((SlackHttp.Exchange.Unclear) exchange).why());
  }

  /** A webhook has its channel, and nobody looks for its messages. */
  private static String body(Announcement.Message message) {
    try {
      ObjectNode body = (ObjectNode) JSON.readTree(message.body());
      return body.remove(List.of("channel", "metadata")).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the body that was made is not JSON", e);
    }
  }

  private static Answer answer(SlackHttp.Exchange.Answered answered) {
    String text = new String(answered.body(), StandardCharsets.UTF_8).strip();
    if (answered.status() != 200) {
      return SlackErrors.answer(text);
    }
    return text.equals("ok")
        ? new Answer.Arrived(Optional.empty())
        : new Answer.Unknown("Slack's answer makes no sense");
  }

  @Override
  public Answer replace(Announcement.Message message, String place) {
    return new Answer.Refused(
        "a webhook cannot change what it said", "Correct or delete the message in Slack by hand.");
  }

  @Override
  public Sighting find(Announcement.Message message, Optional<String> below, Instant since) {
    return new Sighting.Blind("a webhook cannot look into its channel");
  }
}
