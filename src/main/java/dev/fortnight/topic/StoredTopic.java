package dev.fortnight.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A topic as the store keeps it: plain values, null where there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredTopic(
    String slug,
    String repository,
    int number,
    String title,
    String body,
    TopicState state,
    String stateReason,
    List<String> labels,
    String url,
    String openedAt,
    String updatedAt,
    String closedAt,
    TopicAuthor author) {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static StoredTopic of(Topic topic) {
    return new StoredTopic(
        topic.slug(),
        topic.repository(),
        topic.number(),
        topic.title(),
        topic.body(),
        topic.state(),
        topic.stateReason().orElse(null),
        topic.labels(),
        topic.url().map(URI::toString).orElse(null),
        topic.openedAt().toString(),
        topic.updatedAt().toString(),
        topic.closedAt().map(Instant::toString).orElse(null),
        topic.author().orElse(null));
  }

  static StoredTopic read(String json) {
    try {
      return JSON.readValue(json, StoredTopic.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store holds a topic that is not JSON", e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a topic cannot be written as JSON", e);
    }
  }

  Topic topic() {
    return new Topic(
        slug,
        repository,
        number,
        title,
        body,
        state,
        Optional.ofNullable(stateReason),
        List.copyOf(labels),
        Optional.ofNullable(url).map(URI::create),
        Instant.parse(openedAt),
        Instant.parse(updatedAt),
        Optional.ofNullable(closedAt).map(Instant::parse),
        Optional.ofNullable(author));
  }
}
