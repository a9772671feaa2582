package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
@Timeout(120)
class HeartbeatTest {

  private static final int PATIENCE_SECONDS = 60;

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  @Test
  void ticksAtOnceAndAnswersRequestsAlsoOnADatabaseThatKnowsIt() throws Exception {
    for (int process = 0; process < 2; process++) {
      CountDownLatch tick = new CountDownLatch(1);
      CountDownLatch request = new CountDownLatch(1);
      try (Database database = kind.open(folder)) {
        Heartbeat heartbeat = new Heartbeat(database, tick::countDown, request::countDown);
        heartbeat.start();
        heartbeat.request();
        assertThat(tick.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(request.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        heartbeat.stop();
      }
    }
  }

  @Test
  void whatIsAskedForWhileItPausesIsDoneAfterwards() throws Exception {
    CountDownLatch request = new CountDownLatch(1);
    try (Database database = kind.open(folder)) {
      Heartbeat heartbeat = new Heartbeat(database, () -> {}, request::countDown);
      heartbeat.start();
      heartbeat.pause(true);
      heartbeat.request();

      heartbeat.pause(false);

      assertThat(request.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      heartbeat.stop();
    }
  }

  @Test
  void clockOfTheDatabaseIsAsked() {
    try (Database database = kind.open(folder)) {
      assertThat(new ClockCheck(database, new SetClock("2020-01-01T00:00:00Z")).refusal())
          .hasValueSatisfying(
              why ->
                  assertThat(why)
                      .matches(
                          "this machine's clock is \\d+ seconds behind the database's, so it"
                              + " schedules nothing. Set it by a time server"));
    }
  }
}
