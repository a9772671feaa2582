package dev.fortnight.web;

import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import dev.fortnight.topic.github.StateChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How topics have moved since an instant, as the store tells it: by when they were opened and
 * closed, and by what changed their state. An export in a file does not tell of topics that were
 * opened again.
 *
 * @param openBefore how many of those that are still there were open at that instant
 * @param closedBefore how many of them were closed
 */
record TopicMoves(int openBefore, int closedBefore, int openNow, int closedNow, List<Move> moves) {

  /** What became of a topic. */
  enum Kind {
    OPENED,
    OPENED_AND_CLOSED,
    CLOSED,
    REOPENED
  }

  /** A topic that moved. */
  record Move(Kind kind, Topic topic) {}

  /**
   * @param changes what changed topics' states since then, of each topic in its order
   */
  static TopicMoves since(Instant then, List<Topic> topics, List<StateChange> changes) {
    Map<String, StateChange> first = new HashMap<>();
    changes.stream()
        .filter(change -> !change.at().isBefore(then))
        .forEach(change -> first.putIfAbsent(key(change.repository(), change.number()), change));
    List<Topic> before = topics.stream().filter(topic -> topic.openedAt().isBefore(then)).toList();
    int openBefore =
        Math.toIntExact(
            before.stream().filter(topic -> wasOpen(topic, then, first.get(key(topic)))).count());
    int openNow = Math.toIntExact(topics.stream().filter(TopicMoves::isOpen).count());
    return new TopicMoves(
        openBefore,
        before.size() - openBefore,
        openNow,
        topics.size() - openNow,
        topics.stream()
            .flatMap(topic -> move(topic, then, first.get(key(topic))).stream())
            .toList());
  }

  private static Optional<Move> move(Topic topic, Instant then, StateChange first) {
    boolean isOpen = isOpen(topic);
    if (!topic.openedAt().isBefore(then)) {
      return Optional.of(new Move(isOpen ? Kind.OPENED : Kind.OPENED_AND_CLOSED, topic));
    }
    if (wasOpen(topic, then, first) == isOpen) {
      return Optional.empty();
    }
    return Optional.of(new Move(isOpen ? Kind.REOPENED : Kind.CLOSED, topic));
  }

  /** A topic that was closed first was open before; without a word of it, by when it was closed. */
  private static boolean wasOpen(Topic topic, Instant then, StateChange first) {
    if (first != null) {
      return first.isClosed();
    }
    return isOpen(topic) || topic.closedAt().filter(at -> !at.isBefore(then)).isPresent();
  }

  private static boolean isOpen(Topic topic) {
    return topic.state() == TopicState.OPEN;
  }

  private static String key(Topic topic) {
    return key(topic.repository(), topic.number());
  }

  private static String key(String repository, int number) {
    return repository + '#' + number;
  }
}
