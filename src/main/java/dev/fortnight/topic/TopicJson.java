package dev.fortnight.topic;

/** A topic as one JSON object, the same topic always as the same text. */
public final class TopicJson {

  private TopicJson() {}

  public static String write(Topic topic) {
    return StoredTopic.of(topic).json();
  }

  public static Topic read(String json) {
    return StoredTopic.read(json).topic();
  }
}
