package dev.fortnight.web;

import dev.fortnight.cycle.Failure;
import dev.fortnight.cycle.RefreshListener;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.cycle.Step;
import dev.fortnight.cycle.StepRecord;
import dev.fortnight.problem.Severity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Tells those who run the server of each refresh: in numbers, and in the log where it failed. */
@Singleton
final class RefreshReport implements RefreshListener {

  private static final Logger LOG = Logger.getLogger(RefreshReport.class);

  /** One line a step; shown where the level of this category is INFO. */
  private static final Logger STEPS = Logger.getLogger("dev.fortnight.steps");

  private final MeterRegistry registry;
  private final List<Gauge> gauges = new ArrayList<>();
  private final Timer timer;
  private final RunningSteps steps;
  private volatile Optional<Standing> standing = Optional.empty();

  RefreshReport(MeterRegistry registry, RunningSteps steps) {
    this.registry = registry;
    this.steps = steps;
    this.timer = Timer.builder("fortnight.refresh").register(registry);
    gauge(registry, "fortnight.notes", Standing::notes);
    gauge(registry, "fortnight.topics", Standing::topics);
    for (Severity severity : Severity.values()) {
      gauges.add(
          Gauge.builder("fortnight.problems", () -> of(now -> problems(now, severity)))
              .tag("severity", severity.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  /** A server that starts in the same process counts its own programme. */
  @PreDestroy
  void close() {
    gauges.forEach(registry::remove);
  }

  private void gauge(MeterRegistry registry, String name, ToIntFunction<Standing> number) {
    gauges.add(Gauge.builder(name, () -> of(number)).register(registry));
  }

  private int of(ToIntFunction<Standing> number) {
    return standing.map(number::applyAsInt).orElse(0);
  }

  private static int problems(Standing standing, Severity severity) {
    return Math.toIntExact(
        standing.problems().stream().filter(problem -> problem.severity() == severity).count());
  }

  @Override
  public void refreshed(RefreshState state, Duration took) {
    timer.record(took);
    standing = state.standing();
    for (Failure failure : state.failures()) {
      LOG.warn(failure);
    }
  }

  @Override
  public void stepped(StepRecord record, Duration took) {
    STEPS.infof(
        "run=%s step=%s took=%dms %s",
        record.run(), record.step().word(), took.toMillis(), record.state().sentence());
  }

  @Override
  public void began(Step step) {
    steps.began(step);
  }

  @Override
  public void ended(Step step) {
    steps.ended(step);
  }
}
