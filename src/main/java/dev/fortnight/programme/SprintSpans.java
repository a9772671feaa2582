package dev.fortnight.programme;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells which days the sprints of a cycle span. */
public final class SprintSpans {

  private final LocalDate begun;
  private final int length;
  private final Map<Integer, SprintChange> changes;
  private final List<SprintChange.Lasting> lasting;

  /**
   * @param changes by number of their sprint, one for each
   */
  public SprintSpans(LocalDate begun, Period length, List<SprintChange> changes) {
    this.begun = begun;
    this.length = length.getDays();
    this.changes =
        changes.stream().collect(Collectors.toMap(SprintChange::sprint, Function.identity()));
    this.lasting =
        changes.stream()
            .filter(SprintChange.Lasting.class::isInstance)
            .map(SprintChange.Lasting.class::cast)
            .toList();
  }

  /** What was decided of a sprint, and of skipped ones whose days it has, by number. */
  public List<SprintChange> changes(int number) {
    return IntStream.rangeClosed(from(number), number)
        .filter(changes::containsKey)
        .mapToObj(changes::get)
        .toList();
  }

  /** How many decisions bear on the days of a sprint: those on it, and on sprints before it. */
  public int changesUpTo(int number) {
    return (int) changes.keySet().stream().filter(sprint -> sprint <= number).count();
  }

  public boolean isSkipped(int number) {
    return changes.get(number) instanceof SprintChange.Skipped;
  }

  /** The number of the first sprint that is held, from a number on. */
  public int heldFrom(int number) {
    int held = number;
    while (isSkipped(held)) {
      held++;
    }
    return held;
  }

  /**
   * The days of a sprint, with those of skipped ones before it; of a skipped one, the days that it
   * would have had.
   */
  public SprintSpan of(int number) {
    return new SprintSpan(number, begins(from(number)), begins(number + 1).minusDays(1));
  }

  /** The first of the sprints whose days one has. */
  private int from(int number) {
    int from = number;
    while (!isSkipped(number) && from > 1 && isSkipped(from - 1)) {
      from--;
    }
    return from;
  }

  /** The number of the sprint that a day falls into; before the first day, that of the first. */
  public int numberOn(LocalDate day) {
    long left = Math.max(0, ChronoUnit.DAYS.between(begun, day));
    long number = 1;
    for (SprintChange.Lasting change : lasting) {
      long before = (change.sprint() - number) * length;
      if (left < before) {
        break;
      }
      left -= before;
      number = change.sprint();
      if (left < change.length().getDays()) {
        return heldFrom(Math.toIntExact(number));
      }
      left -= change.length().getDays();
      number++;
    }
    return heldFrom(Math.toIntExact(number + left / length));
  }

  private LocalDate begins(int number) {
    long days = (long) length * (number - 1);
    for (SprintChange.Lasting change : lasting) {
      days += change.sprint() < number ? change.length().getDays() - length : 0;
    }
    return begun.plusDays(days);
  }
}
