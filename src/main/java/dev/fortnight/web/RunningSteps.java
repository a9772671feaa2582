package dev.fortnight.web;

import dev.fortnight.cycle.Step;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The step of a refresh that this process is at. One refresh runs at a time. */
@Singleton
final class RunningSteps {

  private final AtomicReference<Step> running = new AtomicReference<>();

  void began(Step step) {
    running.set(step);
  }

  void ended(Step step) {
    running.compareAndSet(step, null);
  }

  Optional<Step> now() {
    return Optional.ofNullable(running.get());
  }
}
