package dev.fortnight.web;

import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.problem.Severity;
import dev.fortnight.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fresh a page is: when what it shows was read, when it is read again, and what stands in the
 * way of that.
 *
 * @param failures what could not be done at the last attempt
 */
public record Freshness(List<Line> lines, List<Overview.Notice> failures) {

  private static final int SHORT_COMMIT = 7;

  /** A fact with its name. */
  public record Line(String name, String fact) {}

  /**
   * How far the backlog on GitHub is known.
   *
   * @param syncedAt when it was read to its end last; empty before the first time
   * @param nextAt when it is read again
   * @param left how many requests GitHub still allows; empty until it has said so
   * @param reset when it allows all of them again
   */
  record Sync(
      Optional<Instant> syncedAt, Instant nextAt, Optional<Integer> left, Optional<Instant> reset) {

    static final Sync NONE =
        new Sync(Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty());
  }

  /**
   * @param nextAt when the notes are read again
   * @param now by the machine's clock, as the times of syncs are
   */
  static Freshness of(RefreshState state, Instant nextAt, Sync sync, Instant now) {
    List<Line> lines = new ArrayList<>();
    state
        .standing()
        .ifPresent(
            standing -> {
              Dates dates = new Dates(standing.programme());
              lines.add(notes(standing, dates, until(nextAt, now)));
              lines.addAll(topics(standing.programme().backlog(), dates, sync, now));
              lines.add(problems(standing));
            });
    return new Freshness(
        List.copyOf(lines),
        state.failures().stream()
            .map(
                failure ->
                    new Overview.Notice("", Overview.sentence(failure.what()), failure.remedy()))
            .toList());
  }

  private static Line notes(Standing standing, Dates dates, String next) {
    String read = dates.moment(standing.collectedAt());
    String fact =
        standing
            .revision()
            .map(commit -> Words.say("fresh.notes.commit", read, commit.substring(0, SHORT_COMMIT)))
            .orElseGet(() -> Words.say("fresh.notes.folder", read));
    return new Line(Words.say("fresh.notes"), fact + " " + next);
  }

  private static List<Line> topics(Programme.Backlog backlog, Dates dates, Sync sync, Instant now) {
    String name = Words.say("fresh.topics");
    if (backlog instanceof Programme.Backlog.None) {
      return List.of(new Line(name, Words.say("fresh.topics.none")));
    }
    if (backlog instanceof Programme.Backlog.File file) {
      return List.of(new Line(name, Words.say("fresh.topics.file", file.file())));
    }
    String synced =
        sync.syncedAt()
            .map(at -> Words.say("fresh.topics.synced", dates.moment(at)))
            .orElseGet(() -> Words.say("fresh.topics.never"));
    return List.of(
        new Line(name, synced + " " + until(sync.nextAt(), now)),
        new Line(Words.say("fresh.limit"), limit(sync, dates)));
  }

  private static String limit(Sync sync, Dates dates) {
    if (sync.left().isEmpty()) {
      return Words.say("fresh.limit.unknown");
    }
    String left = Words.count("fresh.limit.left", sync.left().get());
    return sync.reset()
        .map(reset -> left + " " + Words.say("fresh.limit.reset", dates.moment(reset)))
        .orElse(left);
  }

  private static String until(Instant next, Instant now) {
    return next.isAfter(now)
        ? Words.say("fresh.next", Dates.duration(wholeMinutes(Duration.between(now, next))))
        : Words.say("fresh.next.now");
  }

  /** Rounded up: a page that counts seconds is wrong as soon as it is read. */
  private static Duration wholeMinutes(Duration duration) {
    return Duration.ofMinutes((duration.toSeconds() + 59) / 60);
  }

  private static Line problems(Standing standing) {
    return new Line(
        Words.say("fresh.problems"),
        standing.problems().isEmpty()
            ? Words.say("fresh.problems.none")
            : Words.say(
                "fresh.problems.some",
                count(standing, Severity.ERROR),
                count(standing, Severity.QUESTION),
                count(standing, Severity.WARNING)));
  }

  private static long count(Standing standing, Severity severity) {
    return standing.problems().stream().filter(one -> one.severity() == severity).count();
  }
}
