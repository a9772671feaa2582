package dev.fortnight.cycle;

import dev.fortnight.programme.Programme.Audience;
import dev.fortnight.programme.Programme.Escalation;
import dev.fortnight.programme.Programme.ReviewPolicy;
import dev.fortnight.sprint.Sprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When those who decide are reminded.
 *
 * @param name of its own in a sprint: {@code before-PT4H}, {@code after-PT4H-deputies}
 * @param isLate whether the deadline has passed
 */
record ReminderMoment(String name, Instant at, Audience to, boolean isLate) {

  /**
   * The moments of a sprint that are to be kept now. Of those before the deadline the last that has
   * come is, for what it says is true of the others too; after the deadline each audience has its
   * last one.
   */
  static List<ReminderMoment> due(ReviewPolicy policy, Sprint sprint, Instant now) {
    Instant deadline = sprint.deadline().toInstant();
    return now.isBefore(deadline)
        ? last(policy.remind().stream().map(before -> before(deadline, before)), now).stream()
            .toList()
        : Stream.of(Audience.values())
            .flatMap(
                audience ->
                    last(
                        policy.escalate().stream()
                            .filter(escalation -> escalation.to() == audience)
                            .map(escalation -> after(deadline, escalation)),
                        now)
                        .stream())
            .toList();
  }

  /** The next moment of a sprint that is still to come. */
  static Optional<Instant> next(ReviewPolicy policy, Sprint sprint, Instant now) {
    Instant deadline = sprint.deadline().toInstant();
    return Stream.concat(
            policy.remind().stream().map(before -> before(deadline, before)),
            policy.escalate().stream().map(escalation -> after(deadline, escalation)))
        .map(ReminderMoment::at)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  private static ReminderMoment before(Instant deadline, Duration time) {
    return new ReminderMoment("before-" + time, deadline.minus(time), Audience.OWNERS, false);
  }

  private static ReminderMoment after(Instant deadline, Escalation escalation) {
    String name =
        "after-" + escalation.after() + "-" + escalation.to().name().toLowerCase(Locale.ROOT);
    return new ReminderMoment(name, deadline.plus(escalation.after()), escalation.to(), true);
  }

  private static Optional<ReminderMoment> last(Stream<ReminderMoment> moments, Instant now) {
    return moments
        .filter(moment -> !moment.at().isAfter(now))
        .max(Comparator.comparing(ReminderMoment::at));
  }
}
