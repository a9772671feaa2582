package dev.fortnight.announce.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a Slack channel as a bot, which can look into the channel and change what it said. */
public final class SlackAnnouncer implements Announcer {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long one answer may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  /** Slack advises to ask for no more than 200 messages at a time. */
  private static final String PAGE = "100";

  private static final int MOST_PAGES = 50;

  private final String channel;
  private final SlackApi api;

  /**
   * @param token of a bot
   */
  public SlackAnnouncer(Programme.Slack slack, Secret token) {
    this(slack, token, PATIENCE);
  }

  SlackAnnouncer(Programme.Slack slack, Secret token, Duration patience) {
    this.channel = slack.channel();
    this.api = new SlackApi(slack.api(), token, patience);
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public boolean hasThreads() {
    return true;
  }

  @Override
  public Answer send(Announcement.Message message, Optional<String> below) {
    ObjectNode body = body(message);
    below.ifPresent(place -> body.put("thread_ts", place));
    return answer(api.post("chat.postMessage", body));
  }

  @Override
  public Answer replace(Announcement.Message message, String place) {
    ObjectNode body = body(message).put("ts", place);
    body.remove(List.of("unfurl_links", "unfurl_media"));
    return answer(api.post("chat.update", body));
  }

  private static ObjectNode body(Announcement.Message message) {
    try {
      return (ObjectNode) JSON.readTree(message.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the body that was made is not JSON", e);
    }
  }

  private static Answer answer(SlackApi.Result result) {
    if (result instanceof SlackApi.Result.Done done) {
      String place = done.answer().path("ts").asText();
      return place.isEmpty()
          ? new Answer.Unknown("Slack's answer makes no sense")
          : new Answer.Arrived(Optional.of(place));
    }
    if (result instanceof SlackApi.Result.Failed failed) {
      return SlackErrors.answer(failed.code());
    }
    if (result instanceof SlackApi.Result.Limited limited) {
      return new Answer.Later(limited.pause(), "Slack asks to wait");
    }
    if (result instanceof SlackApi.Result.NotSent notSent) {
      return new Answer.Later(USUAL_WAIT, notSent.why());
    }
    if (result instanceof SlackApi.Result.Unclear unclear) {
      return new Answer.Unknown(unclear.why());
    }
    return new Answer.Refused(
        "announce.slack.api is not an address of Slack's",
        "Take it out of programme.yml, or set it to https://slack.com/api/.");
  }

  @Override
  public Sighting find(Announcement.Message message, Optional<String> below, Instant since) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("channel", channel);
    query.put("include_all_metadata", "true");
    query.put("inclusive", "true");
    query.put("limit", PAGE);
    below.ifPresent(place -> query.put("ts", place));
    if (below.isEmpty()) {
      query.put("oldest", since.getEpochSecond() + ".000000");
    }
    String method = below.isPresent() ? "conversations.replies" : "conversations.history";
    for (int page = 0; page < MOST_PAGES; page++) {
      SlackApi.Result result = api.get(method, query);
      if (!(result instanceof SlackApi.Result.Done done) || !isList(done)) {
        return unseen(result);
      }
      Optional<String> place = place(done.answer().path("messages"), message.id());
      if (place.isPresent()) {
        return new Sighting.Seen(place.get());
      }
      String cursor = done.answer().at("/response_metadata/next_cursor").asText();
      if (cursor.isEmpty()) {
        return new Sighting.Absent();
      }
      query.put("cursor", cursor);
    }
    return new Sighting.Blind("there is too much in the channel to look through");
  }

  private static boolean isList(SlackApi.Result.Done done) {
    return done.answer().path("messages").isArray();
  }

  private static Optional<String> place(JsonNode messages, String id) {
    for (JsonNode message : messages) {
      JsonNode metadata = message.path("metadata");
      boolean isIt =
          metadata.path("event_type").asText().equals(MessageBody.EVENT_TYPE)
              && metadata.at("/event_payload/id").asText().equals(id);
      if (isIt && message.path("ts").isTextual()) {
        return Optional.of(message.path("ts").asText());
      }
    }
    return Optional.empty();
  }

  private static Sighting unseen(SlackApi.Result result) {
    if (result instanceof SlackApi.Result.Limited limited) {
      return new Sighting.Later(limited.pause(), "Slack asks to wait");
    }
    if (result instanceof SlackApi.Result.Failed failed) {
      Answer answer = SlackErrors.answer(failed.code());
      if (answer instanceof Answer.Gone) {
        return new Sighting.Absent();
      }
      return answer instanceof Answer.Refused
          ? new Sighting.Blind(
              "Slack does not let Fortnight read the channel ("
                  + SlackErrors.shown(failed.code())
                  + ")")
          : new Sighting.Later(USUAL_WAIT, "Slack says " + SlackErrors.shown(failed.code()));
    }
    if (result instanceof SlackApi.Result.Elsewhere) {
      return new Sighting.Blind("announce.slack.api is not an address of Slack's");
    }
    return new Sighting.Later(USUAL_WAIT, "Slack cannot be asked");
  }
}
