package dev.fortnight.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the machine's clock is near the database's. */
@Readiness
@Singleton
final class ClockReadiness implements HealthCheck {

  private static final String NAME = "clock";

  private final RefreshSchedule schedule;

  ClockReadiness(RefreshSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<String> refusal = schedule.refusal();
    return refusal
        .map(why -> HealthCheckResponse.named(NAME).withData("why", why).down().build())
        .orElseGet(() -> HealthCheckResponse.up(NAME));
  }
}
