package dev.fortnight.cycle;

import dev.fortnight.privacy.Register;
import dev.fortnight.store.Database;
import dev.fortnight.store.MortalDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One machine of a simulation: a process that runs a programme's steps, is killed before or after
 * any statement, look at the clock or request, and is started again.
 */
final class SimulatedNode {

  private final Database shared;
  private final Places places;
  private final Clock clock;
  private final Life life = new Life();
  private MortalDatabase database;
  private Refresh refresh;
  private int usual = 100;
  private int kills;

  /**
   * @param ahead how far its clock is ahead of the others'
   */
  SimulatedNode(
      Path programme, Path data, SlackSecrets slack, Database shared, Clock world, Duration ahead) {
    this.shared = shared;
    this.places = Places.of(programme, data, Optional.empty()).with(slack);
    this.clock = new OwnClock(world, ahead);
    start();
  }

  private void start() {
    database = new MortalDatabase(shared, life::step);
    refresh =
        new Refresh(places, Register.EMPTY, database.view(), clock, clock, (state, took) -> {});
  }

  /** Does what is due, if nothing kills it. */
  void tick(RandomGenerator random, boolean isAsked, boolean isInDanger) {
    life.endAfter(isInDanger ? random.nextInt(usual) : Integer.MAX_VALUE);
    try {
      if (isAsked) {
        refresh.now();
      } else {
        refresh.ifDue();
      }
      usual = Math.max(usual, life.passed());
    } catch (Life.Ended e) {
      // what comes next is what this is about
    }
    if (life.isOver()) {
      restart();
    }
  }

  private void restart() {
    kills++;
    try {
      database.bury();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    start();
  }

  /** It is killed at its next step. */
  void kill() {
    life.end();
  }

  int kills() {
    return kills;
  }

  RefreshState state() {
    return refresh.state();
  }

  private final class OwnClock extends Clock {

    private final Clock world;
    private final Duration ahead;

    private OwnClock(Clock world, Duration ahead) {
      this.world = world;
      this.ahead = ahead;
    }

    @Override
    public Instant instant() {
      life.step();
      return world.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
