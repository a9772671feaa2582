package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
  void ticksThatWereSleptThroughComeOnceAndLate() throws Exception {
    Semaphore ticks = new Semaphore(0);
    Instant asleep = Instant.now();
    try (Database database = kind.open(folder)) {
      Heartbeat heartbeat = new Heartbeat(database, ticks::release, () -> {});
      heartbeat.start();
      assertThat(ticks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      heartbeat.pause(true);
      nextTick(database, asleep.minus(Duration.ofDays(3)));

      heartbeat.pause(false);

      assertThat(ticks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(nextTick(database)).isAfter(asleep);
      heartbeat.stop();
    }
  }

  private static void nextTick(Database database, Instant at) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update qrtz_triggers set next_fire_time = ? where trigger_name = 'tick'",
                    at.toEpochMilli()));
  }

  private static Instant nextTick(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select next_fire_time from qrtz_triggers where trigger_name = 'tick'")
                    .mapTo(Long.class)
                    .map(Instant::ofEpochMilli)
                    .one());
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
