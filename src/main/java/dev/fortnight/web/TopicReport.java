package dev.fortnight.web;

import dev.fortnight.topic.github.Requests;
import dev.fortnight.topic.github.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Tells those who run the server what syncs with GitHub cost, and in the log where one failed. */
@Singleton
final class TopicReport implements Consumer<SyncReport> {

  private static final Logger LOG = Logger.getLogger(TopicReport.class);

  private final Counter requests;
  private final Counter unchanged;
  private final AtomicInteger left = new AtomicInteger(-1);
  private volatile Optional<Instant> reset = Optional.empty();

  TopicReport(MeterRegistry registry) {
    this.requests = Counter.builder("fortnight.github.requests").register(registry);
    this.unchanged = Counter.builder("fortnight.github.requests.unchanged").register(registry);
    Gauge.builder("fortnight.github.rate.limit.left", left::get)
        .description("Requests that GitHub still allows; -1 until it has said so")
        .register(registry);
  }

  @Override
  public void accept(SyncReport report) {
    Requests made = report.requests();
    requests.increment(made.made());
    unchanged.increment(made.unchanged());
    made.left().ifPresent(left::set);
    made.reset().ifPresent(at -> reset = Optional.of(at));
    report.failures().forEach(failure -> LOG.warn(failure.advice()));
  }

  /** How many requests GitHub still allows; empty until it has said so. */
  Optional<Integer> left() {
    return Optional.of(left.get()).filter(count -> count >= 0);
  }

  /** When it allows all of them again. */
  Optional<Instant> reset() {
    return reset;
  }
}
