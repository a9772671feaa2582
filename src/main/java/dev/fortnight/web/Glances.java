package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.GitHubBacklog;
import dev.fortnight.topic.github.Tombstone;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what pages for researchers are made of; nothing is collected and nobody waits for it. */
@Singleton
final class Glances {

  private final Refresh refresh;
  private final TopicRefresh topics;
  private final TopicReport report;
  private final Database database;
  private final ServerConfig config;
  private final Clock clock;
  private final Clock pace = Clock.systemUTC();

  /**
   * @param clock the programme's
   */
  Glances(
      Refresh refresh,
      TopicRefresh topics,
      TopicReport report,
      Database database,
      ServerConfig config,
      Clock clock) {
    this.refresh = refresh;
    this.topics = topics;
    this.report = report;
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Empty until the programme could be read. */
  Optional<Glance> now() {
    RefreshState state = refresh.look();
    Optional<Cycle> cycle = refresh.known();
    return cycle.isEmpty()
        ? Optional.empty()
        : state
            .standing()
            .map(
                now ->
                    new Glance(
                        cycle.get().newest(),
                        cycle.get().graph(),
                        now,
                        state.published(),
                        clock.instant()));
  }

  Freshness freshness() {
    RefreshState state = refresh.state().with(topics.failures());
    Instant now = pace.instant();
    return Freshness.of(
        state,
        refresh.nextAt(),
        state.standing().map(Standing::programme).map(this::sync).orElse(Freshness.Sync.NONE),
        now);
  }

  private Freshness.Sync sync(Programme programme) {
    Optional<Instant> synced = TopicStore.in(database).syncedAt(programme.id());
    Instant next =
        GitHubBacklog.in(database, programme.id())
            .resumeAt()
            .orElseGet(() -> synced.map(at -> at.plus(config.topicsEvery())).orElse(Instant.EPOCH));
    return new Freshness.Sync(synced, next, report.left(), report.reset());
  }

  /** How topics have moved in the sprint. */
  TopicMoves moves(Glance glance) {
    Instant first = SprintPage.first(glance);
    Programme programme = glance.programme();
    return TopicMoves.since(
        first,
        glance.newest().snapshot().topics(),
        GitHubBacklog.in(database, programme.id()).changesSince(programme.backlog(), first));
  }

  List<Tombstone> gone(Glance glance) {
    return topics.gone(glance.programme());
  }
}
