package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import dev.fortnight.topic.github.StateChange;
import dev.fortnight.web.TopicMoves.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicMovesTest {

  private static final Instant BEGAN = Instant.parse("2026-11-16T00:00:00Z");
  private static final String BEFORE = "2026-11-15T23:59:59Z";
  private static final String WITHIN = "2026-11-16T00:00:00Z";

  @Test
  void whatWasOpenedOrClosedSinceMoved() {
    TopicMoves moves =
        TopicMoves.since(
            BEGAN,
            List.of(
                open(1, BEFORE),
                open(2, WITHIN),
                closed(3, BEFORE, BEFORE),
                closed(4, BEFORE, WITHIN),
                closed(5, WITHIN, WITHIN)),
            List.of());

    assertThat(moves)
        .isEqualTo(
            new TopicMoves(
                2,
                1,
                2,
                3,
                List.of(
                    new TopicMoves.Move(Kind.OPENED, open(2, WITHIN)),
                    new TopicMoves.Move(Kind.CLOSED, closed(4, BEFORE, WITHIN)),
                    new TopicMoves.Move(Kind.OPENED_AND_CLOSED, closed(5, WITHIN, WITHIN)))));
  }

  /** GitHub forgets when a topic was closed once it is open again; its timeline does not. */
  @Test
  void whatItsTimelineSaysWasClosedBeforeIsOpenAgain() {
    TopicMoves moves =
        TopicMoves.since(
            BEGAN,
            List.of(open(1, BEFORE), open(2, BEFORE), closed(3, BEFORE, WITHIN)),
            List.of(
                change(1, false, WITHIN),
                change(2, false, BEFORE),
                change(3, false, WITHIN),
                change(3, true, WITHIN)));

    assertThat(moves)
        .isEqualTo(
            new TopicMoves(
                1, 2, 2, 1, List.of(new TopicMoves.Move(Kind.REOPENED, open(1, BEFORE)))));
  }

  @Test
  void whatWasClosedAndOpenedAgainSinceHasNotMoved() {
    TopicMoves moves =
        TopicMoves.since(
            BEGAN,
            List.of(open(1, BEFORE)),
            List.of(change(1, true, WITHIN), change(1, false, WITHIN)));

    assertThat(moves).isEqualTo(new TopicMoves(1, 0, 1, 0, List.of()));
  }

  @Test
  void oneNumberInTwoRepositoriesIsTwoTopics() {
    TopicMoves moves =
        TopicMoves.since(
            BEGAN,
            List.of(open(1, BEFORE)),
            List.of(new StateChange("council/other", 1, false, Instant.parse(WITHIN))));

    assertThat(moves.moves()).isEmpty();
  }

  private static StateChange change(int number, boolean isClosed, String at) {
    return new StateChange("council/shared", number, isClosed, Instant.parse(at));
  }

  private static Topic open(int number, String opened) {
    return topic(number, opened, TopicState.OPEN, Optional.empty(), Optional.empty());
  }

  private static Topic closed(int number, String opened, String closed) {
    return topic(
        number, opened, TopicState.CLOSED, Optional.of(Instant.parse(closed)), Optional.empty());
  }

  /** A topic whose issue stands somewhere. */
  static Topic at(String address) {
    return topic(1, BEFORE, TopicState.OPEN, Optional.empty(), Optional.of(URI.create(address)));
  }

  private static Topic topic(
      int number,
      String opened,
      TopicState state,
      Optional<Instant> closedAt,
      Optional<URI> address) {
    return new Topic(
        String.valueOf(number),
        "council/shared",
        number,
        "Topic " + number,
        "",
        state,
        Optional.empty(),
        List.of(),
        address,
        Instant.parse(opened),
        Instant.parse(opened),
        closedAt,
        Optional.empty());
  }
}
