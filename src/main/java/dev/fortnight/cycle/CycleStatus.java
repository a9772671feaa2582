package dev.fortnight.cycle;

import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a programme stands in its cycle, whichever process is at it.
 *
 * @param sprint the one at hand
 * @param steps all of them, in their order
 */
public record CycleStatus(Programme programme, Sprint sprint, List<Line> steps) {

  /** Later than this is late; until then the next tick has not come. */
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  /**
   * One step.
   *
   * @param record empty where it never ran
   * @param lateBy nothing where it is on time
   */
  public record Line(Step step, Optional<StepRecord> record, Duration lateBy) {

    /** The state in a word. */
    public String word() {
      StepState state = record.map(StepRecord::state).orElse(null);
      if (state instanceof StepState.Done) {
        return "done";
      }
      if (state instanceof StepState.Waiting) {
        return "waiting";
      }
      return state instanceof StepState.Failed ? "failed" : state == null ? "not yet" : "running";
    }

    public boolean isFailed() {
      return record.filter(one -> one.state() instanceof StepState.Failed).isPresent();
    }
  }

  /**
   * @param clock the programme's
   * @param machine the machine's
   */
  public static CycleStatus of(Database database, Programme programme, Clock clock, Clock machine) {
    Map<Step, StepRecord> records = new EnumMap<>(Step.class);
    StepStore.in(database, programme.id()).all().forEach(one -> records.put(one.step(), one));
    List<Line> lines =
        Stream.of(Step.values())
            .map(step -> line(step, Optional.ofNullable(records.get(step)), clock, machine))
            .toList();
    Sprint sprint = new SprintCalendar(programme.cycle()).at(clock.instant());
    return new CycleStatus(programme, sprint, lines);
  }

  private static Line line(Step step, Optional<StepRecord> record, Clock clock, Clock machine) {
    Duration late = record.map(one -> one.lateBy(clock, machine)).orElse(Duration.ZERO);
    return new Line(step, record, late.compareTo(TOLERATED) > 0 ? late : Duration.ZERO);
  }
}
