package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.SprintChange;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Holiday;
import dev.fortnight.sprint.Move;
import dev.fortnight.sprint.Sprint;
import java.util.List;
import java.util.Optional;

/** Says when reviews and open calls are, and why they are not when they would have been. */
final class AppointmentWords {

  private final Words words;
  private final Messages messages;

  AppointmentWords(Words words, Messages messages) {
    this.words = words;
    this.messages = messages;
  }

  /**
   * {@code 24 December 2026, 14:00 (moved from 25 December 2026: Christmas Day)}.
   *
   * @param moved what {@link #ofReview} or {@link #ofCall} says of it
   */
  String when(Appointment appointment, Optional<String> moved) {
    String day = words.day(appointment.at().toLocalDate());
    String time = words.time(appointment.at());
    if (appointment.isCancelled()) {
      return messages.say("timeline.cancelled", day, time);
    }
    return moved
        .map(why -> messages.say("timeline.moved", day, time, why))
        .orElseGet(() -> messages.say("timeline.at", day, time));
  }

  /** Why a review was moved; empty where it was not. */
  Optional<String> ofReview(Appointment review) {
    return review.move().map(move -> moved(move, "calendar.after_call"));
  }

  /** Why an open call was moved; empty where it was not. */
  Optional<String> ofCall(Appointment call) {
    return call.move().map(move -> moved(move, "calendar.before_review"));
  }

  private String moved(Move move, String otherwise) {
    String why =
        move.holiday()
            .map(Holiday::key)
            .map(key -> messages.say("holidays." + key))
            .orElseGet(() -> messages.say(otherwise));
    return messages.say("calendar.moved", words.day(move.from()), why);
  }

  /** What the team decided of a sprint. A reason that would show personal data is left out. */
  List<String> changes(Sprint sprint, CheckedResearch research) {
    return sprint.changes().stream()
        .map(
            change ->
                research.leaks(change.why()).isEmpty()
                    ? messages.say("calendar.because", decided(change), change.why())
                    : decided(change))
        .toList();
  }

  private String decided(SprintChange change) {
    return change instanceof SprintChange.Lasting lasting
        ? messages.say("calendar.lasting", lasting.sprint(), lasting.length().getDays())
        : messages.say("calendar.skipped", change.sprint());
  }
}
