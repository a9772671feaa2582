package dev.fortnight.web;

import dev.fortnight.topic.github.Requests;
import dev.fortnight.topic.github.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
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
    report.failures().forEach(failure -> LOG.warn(failure.advice()));
  }
}
