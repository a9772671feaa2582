package dev.fortnight.cycle;

import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Review;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The steps that wait for the product owner: opens the review, and sees the deadline. */
final class ReviewSteps {

  private final Cycle cycle;
  private final SprintCalendar calendar;
  private final Instant now;

  /**
   * @param clock the programme's
   */
  ReviewSteps(Cycle cycle, Clock clock) {
    this.cycle = cycle;
    this.calendar = new SprintCalendar(cycle.newest().programme().cycle());
    this.now = clock.instant();
  }

  StepOutcome open() {
    Sprint sprint = calendar.at(now);
    Instant opens = sprint.review().toInstant();
    Optional<Instant> after = Optional.of(calendar.after(sprint.number()).review().toInstant());
    if (isSignedOff(sprint)) {
      return StepOutcome.done("sprint " + sprint.number() + " is reviewed and signed off", after);
    }
    Review review = cycle.review();
    int changed = review.changed().size();
    String progress = changed - review.open().size() + " of " + changed + " decided";
    return now.isBefore(opens)
        ? StepOutcome.waiting(
            "sprint " + sprint.number() + " comes to its review, " + progress + " so far",
            "",
            Optional.of(opens))
        : StepOutcome.done(
            "the review of sprint " + sprint.number() + " is open, " + progress, after);
  }

  /** Tells of the last deadline that has passed, and of the next one. */
  StepOutcome deadline() {
    Sprint sprint = calendar.at(now);
    Instant deadline = sprint.deadline().toInstant();
    boolean isOver = !now.isBefore(deadline);
    Optional<Instant> next =
        Optional.of(isOver ? calendar.after(sprint.number()).deadline().toInstant() : deadline);
    if (isSignedOff(sprint)) {
      return StepOutcome.done("sprint " + sprint.number() + " is signed off", next);
    }
    if (isOver) {
      return StepOutcome.waiting(
          "the deadline of sprint "
              + sprint.number()
              + " has passed without a sign-off, so nothing is published",
          "An owner can still sign it off while the sprint lasts.",
          next);
    }
    Optional<Sprint> missed = calendar.before(sprint.number()).filter(last -> !isSignedOff(last));
    return StepOutcome.waiting(
        "sprint "
            + sprint.number()
            + " is to be signed off"
            + missed
                .map(
                    last ->
                        "; sprint "
                            + last.number()
                            + " ended without a sign-off, so nothing of it was published")
                .orElse(""),
        "",
        next);
  }

  private boolean isSignedOff(Sprint sprint) {
    Editions editions = cycle.editions();
    return editions.ofSprint(sprint.number()).isPresent();
  }
}
