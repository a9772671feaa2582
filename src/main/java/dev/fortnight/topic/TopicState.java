package dev.fortnight.topic;

/** Whether a topic is still being worked on. */
public enum TopicState {
  OPEN,
  CLOSED
}
