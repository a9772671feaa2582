package dev.fortnight.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.SprintChange;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Holiday;
import dev.fortnight.sprint.Sprint;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Sprints as JSON. Days are those of the zone; moments say how far they are from UTC.
 *
 * @param zone the programme's time zone
 */
record SprintList(String zone, List<OneSprint> sprints) {

  /**
   * A sprint.
   *
   * @param changes what the team decided of it, and of skipped ones whose days it has
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OneSprint(
      int number,
      String first,
      String last,
      Meeting review,
      Meeting openCall,
      String deadline,
      List<Change> changes) {}

  /**
   * A review or an open call.
   *
   * @param movedFrom the planned day, where it is on another one
   * @param holiday what the planned day is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meeting(String at, boolean cancelled, String movedFrom, String holiday) {}

  /**
   * A decision on a sprint.
   *
   * @param length of the sprint, as ISO 8601 writes it; none where it is skipped
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(int sprint, boolean skipped, String length, String why) {}

  static SprintList of(Programme.Cycle cycle, List<Sprint> sprints) {
    return new SprintList(
        cycle.zone().toString(), sprints.stream().map(SprintList::sprint).toList());
  }

  private static OneSprint sprint(Sprint sprint) {
    return new OneSprint(
        sprint.number(),
        sprint.first().toString(),
        sprint.last().toString(),
        meeting(sprint.reviewAppointment()),
        sprint.callAppointment().map(SprintList::meeting).orElse(null),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sprint.deadline()),
        sprint.changes().stream().map(SprintList::change).toList());
  }

  private static Meeting meeting(Appointment appointment) {
    return new Meeting(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(appointment.at()),
        appointment.isCancelled(),
        appointment.move().map(move -> move.from().toString()).orElse(null),
        appointment.move().flatMap(move -> move.holiday()).map(Holiday::english).orElse(null));
  }

  private static Change change(SprintChange change) {
    return change instanceof SprintChange.Lasting lasting
        ? new Change(change.sprint(), false, lasting.length().toString(), change.why())
        : new Change(change.sprint(), true, null, change.why());
  }
}
