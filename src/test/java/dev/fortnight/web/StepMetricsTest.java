package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.privacy.Register;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepMetricsTest {

  private static final Instant START = Instant.parse("2026-11-13T14:30:00Z");

  @TempDir Path temp;

  private final SetClock clock = new SetClock(START.toString());
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private SmallProgramme programme;
  private Database database;
  private SlackStandIn slack;
  private Refresh refresh;
  private StepMetrics metrics;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = TestDatabase.H2.open(temp.resolve("data"));
    slack = new SlackStandIn(clock);
    programme.describe("announce: {slack: {channel: C0123456789, api: \"" + slack.api() + "\"}}\n");
    SlackSecrets secrets = new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty());
    Places places =
        Places.of(programme.folder(), temp.resolve("data"), Optional.empty()).with(secrets);
    refresh = new Refresh(places, Register.EMPTY, database, clock, clock, (state, took) -> {});
    metrics = new StepMetrics(refresh, registry, clock, clock);
  }

  @AfterEach
  void close() throws Exception {
    refresh.close();
    slack.close();
    database.close();
  }

  @Test
  void stepsThatNeverRanAreZero() {
    metrics.read();

    assertThat(step("last", "check")).isZero();
    assertThat(step("failed", "announce")).isZero();
    assertThat(gauge("fortnight.outbox.age")).isZero();
  }

  @Test
  void stepsThatRanAreToldWithWhenAndWithWhenTheyAreDue() {
    refresh.now();
    metrics.read();

    assertThat(step("last", "check")).isEqualTo(START.getEpochSecond());
    assertThat(step("next", "deadline")).isGreaterThan(START.getEpochSecond());
    assertThat(step("late", "check")).isZero();
    assertThat(step("failed", "check")).isZero();
  }

  @Test
  void announcementThatWaitsIsAFailureWithAnAgeAndALatenessUntilItIsTold() {
    programme.signOff(database, clock);
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);
    refresh.now();
    clock.pass(Duration.ofSeconds(100));
    metrics.read();

    assertThat(step("failed", "announce")).isOne();
    assertThat(step("next", "announce")).isEqualTo(START.plusSeconds(30).getEpochSecond());
    assertThat(step("late", "announce")).isEqualTo(70);
    assertThat(gauge("fortnight.outbox.age")).isEqualTo(100);

    refresh.ifDue();
    metrics.read();

    assertThat(step("failed", "announce")).isZero();
    assertThat(step("late", "announce")).isZero();
    assertThat(step("last", "announce")).isEqualTo(START.plusSeconds(100).getEpochSecond());
    assertThat(gauge("fortnight.outbox.age")).isZero();
  }

  private double step(String name, String word) {
    return registry.get("fortnight.step." + name).tag("step", word).gauge().value();
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
