package dev.fortnight.web;

import dev.fortnight.store.Database;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers. */
@Readiness
@Singleton
final class DatabaseReadiness implements HealthCheck {

  private static final String NAME = "database";

  private final Database database;

  DatabaseReadiness(Database database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return database.isReady() ? HealthCheckResponse.up(NAME) : HealthCheckResponse.down(NAME);
  }
}
