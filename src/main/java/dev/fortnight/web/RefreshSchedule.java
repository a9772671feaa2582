package dev.fortnight.web;

import dev.fortnight.cycle.ClockCheck;
import dev.fortnight.cycle.Heartbeat;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.quartz.SchedulerException;

/**
 * Has the cycle ticked, by one process of those that share a database, and does what each process
 * has to do for itself. Whether anything is due is decided by what is called.
 */
@Singleton
final class RefreshSchedule {

  private static final Logger LOG = Logger.getLogger(RefreshSchedule.class);
  private static final int TOPIC_SECONDS = 5;
  private static final int OWN_SECONDS = 15;
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final Refresh refresh;
  private final TopicRefresh topics;
  private final StepMetrics metrics;
  private final ClockCheck check;
  private final Heartbeat heartbeat;
  private final ScheduledExecutorService own = Executors.newScheduledThreadPool(2);
  private volatile Optional<String> refusal = Optional.empty();

  RefreshSchedule(Refresh refresh, TopicRefresh topics, StepMetrics metrics, Database database)
      throws SchedulerException {
    this.refresh = refresh;
    this.topics = topics;
    this.metrics = metrics;
    this.check = new ClockCheck(database, Clock.systemUTC());
    this.heartbeat = new Heartbeat(database, refresh::ifDue, refresh::now);
  }

  void start(@Observes StartupEvent event) throws SchedulerException {
    heartbeat.start();
    every(TOPIC_SECONDS, topics::ifDue);
    every(OWN_SECONDS, this::checkClock);
    every(OWN_SECONDS, refresh::keepFresh);
    every(OWN_SECONDS, metrics::read);
  }

  private void every(int seconds, Runnable work) {
    own.scheduleWithFixedDelay(() -> run(work), 0, seconds, TimeUnit.SECONDS);
  }

  /** An exception would end all calls to come. */
  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("what is done every few seconds failed, and is tried again", e);
    }
  }

  private void checkClock() {
    Optional<String> now = check.refusal();
    if (now.isPresent() && refusal.isEmpty()) {
      LOG.warn(now.get());
    }
    refusal = now;
    try {
      heartbeat.pause(now.isPresent());
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why this process leaves the schedule to others; empty where it does not. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Nothing is interrupted: H2 closes a file whose reader is, and with it the database. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    own.shutdown();
    refresh.close();
    heartbeat.stop();
    own.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Asks for a refresh and returns at once. */
  void request() throws SchedulerException {
    heartbeat.request();
  }
}
