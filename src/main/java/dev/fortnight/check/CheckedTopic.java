package dev.fortnight.check;

import dev.fortnight.note.Prose;
import dev.fortnight.topic.Topic;

/** A topic that may have a page. */
public final class CheckedTopic implements Checked<Topic> {

  private final Topic topic;
  private final Prose body;

  CheckedTopic(Topic topic, Prose body) {
    this.topic = topic;
    this.body = body;
  }

  @Override
  public Topic content() {
    return topic;
  }

  /** Its body rendered. */
  public Prose body() {
    return body;
  }

  public String address() {
    return "topics/" + topic.slug() + "/";
  }
}
