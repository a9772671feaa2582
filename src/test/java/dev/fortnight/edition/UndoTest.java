package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A sign-off can be taken back for ten minutes, and not a moment longer. */
@OnBothDatabases
class UndoTest {

  private static final String OWNER = "Product owner (illustrative)";
  private static final Instant SIGNED = Source.REVIEW;
  private static final Instant RELEASED = SIGNED.plus(Duration.ofMinutes(10));
  private static final Instant LAST_MOMENT = RELEASED.minusMillis(1);

  private final Source source = Source.small().undo("PT10M");

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private Editions editions;

  @BeforeEach
  void open() {
    database = kind.open(data);
    editions = new Editions(database, Source.programme());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void editionWaitsAndIsNotThereMeanwhile() {
    signOff(1, SIGNED);

    assertThat(editions.undoWindow()).contains(new UndoWindow(1, 1, OWNER, RELEASED));
    assertThat(editions.ofSprint(1)).contains(1);
    assertThat(editions.release(LAST_MOMENT)).isFalse();
    assertThat(editions.newest()).isEmpty();
    assertThat(editions.numbers()).isEmpty();
    assertThat(editions.workingSite(newest(LAST_MOMENT), sprint(1)).difference()).isEmpty();
    assertThatThrownBy(() -> editions.edition(1, newest(LAST_MOMENT)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the sign-off of edition 1 can still be taken back, so it is not published");
  }

  @Test
  void editionIsThereWhenTheTimeIsOver() {
    String tree = signOff(1, SIGNED).tree();

    assertThat(editions.release(RELEASED)).isTrue();

    assertThat(editions.release(RELEASED)).isFalse();
    assertThat(editions.undoWindow()).isEmpty();
    assertThat(editions.newest()).contains(1);
    assertThat(editions.edition(1, newest(RELEASED)).tree()).isEqualTo(tree);
  }

  @Test
  void whatIsTakenBackCanBeSignedAgainAndTheAuditKeepsAllOfIt() {
    signOff(1, SIGNED);
    int entries = editions.audit().size();
    String first = editions.audit().signOff(1).orElseThrow();

    editions.takeBack(1, newest(LAST_MOMENT), OWNER, LAST_MOMENT);

    assertThat(editions.undoWindow()).isEmpty();
    assertThat(editions.ofSprint(1)).isEmpty();
    assertThat(editions.release(RELEASED)).isFalse();
    assertThat(editions.review(newest(LAST_MOMENT), sprint(1)).open()).isEmpty();
    signOff(1, LAST_MOMENT);
    AuditTrail audit = editions.audit();
    assertThat(audit.fault()).isEmpty();
    assertThat(audit.size()).isEqualTo(entries + 2);
    assertThat(audit.signOff(1)).isPresent().isNotEqualTo(first);
    assertThat(audit.holds(first)).isTrue();
  }

  @Test
  void nothingIsTakenBackTooLateOrTwice() {
    signOff(1, SIGNED);

    assertTooLate(RELEASED); // although nobody has released it yet
    editions.takeBack(1, newest(SIGNED), OWNER, SIGNED);
    assertTooLate(SIGNED);
    signOff(1, SIGNED);
    editions.release(RELEASED);
    assertTooLate(SIGNED); // a clock that was set back
  }

  private void assertTooLate(Instant at) {
    assertThatThrownBy(() -> editions.takeBack(1, newest(at), OWNER, at))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the sign-off of edition 1 cannot be taken back any more");
  }

  @Test
  void theNextSprintsEditionComesAfterTheOneThatWaits() {
    signOff(1, SIGNED);

    assertThatThrownBy(() -> signOff(2, LAST_MOMENT))
        .isInstanceOf(ProblemException.class)
        .hasMessage("edition 1 is signed off and not published yet");
    assertThatCode(() -> signOff(2, RELEASED)).doesNotThrowAnyException();
    assertThat(editions.numbers()).containsExactly(1);
    assertThat(editions.undoWindow().orElseThrow().number()).isEqualTo(2);
  }

  @RepeatedTest(5)
  void oneOfTwoAtOnceWins() {
    signOff(1, SIGNED);
    Newest newest = newest(LAST_MOMENT);

    CompletableFuture<Boolean> release =
        CompletableFuture.supplyAsync(() -> editions.release(RELEASED));
    boolean isTakenBack = isTakenBack(newest);

    assertThat(isTakenBack).isNotEqualTo(release.join());
    assertThat(editions.newest().isPresent()).isNotEqualTo(isTakenBack);
  }

  private boolean isTakenBack(Newest newest) {
    try {
      editions.takeBack(1, newest, OWNER, LAST_MOMENT);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private Newest newest(Instant at) {
    return source.at(at);
  }

  private ApprovedEdition signOff(int sprint, Instant at) {
    Newest newest = newest(at);
    Review review = editions.review(newest, sprint(sprint));
    Set<String> open = review.open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    editions.approve(review, newest, open, OWNER, at);
    return editions.signOff(editions.review(newest, sprint(sprint)).decided(), newest, OWNER, at);
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }
}
