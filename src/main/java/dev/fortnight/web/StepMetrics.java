package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Step;
import dev.fortnight.cycle.StepRecord;
import dev.fortnight.cycle.StepState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How each step of the cycle stands, in numbers, whichever process ran it. */
@Singleton
final class StepMetrics {

  private final Refresh refresh;
  private volatile List<StepRecord> records = List.of();
  private volatile Optional<Instant> oldest = Optional.empty();

  /**
   * @param clock the programme's
   */
  @Inject
  StepMetrics(Refresh refresh, MeterRegistry registry, Clock clock) {
    this(refresh, registry, clock, Clock.systemUTC());
  }

  /**
   * @param machine the one that steps which come every few minutes are due by
   */
  StepMetrics(Refresh refresh, MeterRegistry registry, Clock clock, Clock machine) {
    this.refresh = refresh;
    Gauge.builder("fortnight.outbox.age", () -> age(oldest, clock))
        .baseUnit("seconds")
        .register(registry);
    for (Step step : Step.values()) {
      gauge(registry, "last", step, record -> seconds(record.doneAt()));
      gauge(registry, "next", step, record -> seconds(record.due()));
      gauge(registry, "late", step, record -> record.lateBy(clock, machine).toSeconds());
      gauge(registry, "failed", step, record -> record.state() instanceof StepState.Failed ? 1 : 0);
    }
  }

  /** Nothing waits where it is 0. */
  private static double age(Optional<Instant> since, Clock clock) {
    return since.map(then -> Duration.between(then, clock.instant()).toSeconds()).orElse(0L);
  }

  /** Seconds since 1970; 0 for never. */
  private static double seconds(Optional<Instant> instant) {
    return instant.map(Instant::getEpochSecond).orElse(0L);
  }

  private void gauge(
      MeterRegistry registry, String name, Step step, ToDoubleFunction<StepRecord> number) {
    Gauge.builder("fortnight.step." + name, () -> of(step, number))
        .tag("step", step.word())
        .register(registry);
  }

  private double of(Step step, ToDoubleFunction<StepRecord> number) {
    return records.stream()
        .filter(record -> record.step() == step)
        .mapToDouble(number)
        .findFirst()
        .orElse(0);
  }

  /** Reads anew, so that whoever asks for numbers does not ask the database. */
  void read() {
    records = refresh.steps();
    oldest = refresh.oldestUntold();
  }
}
