package dev.fortnight.sprint;

import dev.fortnight.programme.SprintChange;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One cycle of a programme.
 *
 * @param number from 1
 * @param first its first day
 * @param last its last day
 * @param reviewAppointment when the product owner reviews it
 * @param callAppointment when its open call is held
 * @param deadline the last moment at which its edition can be signed off
 * @param changes what the team decided of it, and of skipped ones whose days it has
 * @param decisions how many decisions bear on its days; it grows as they are added, so that
 *     calendars can tell which of two versions is newer
 */
public record Sprint(
    int number,
    LocalDate first,
    LocalDate last,
    Appointment reviewAppointment,
    Optional<Appointment> callAppointment,
    ZonedDateTime deadline,
    List<SprintChange> changes,
    int decisions) {

  /** When the product owner reviews it, in the programme's zone. */
  public ZonedDateTime review() {
    return reviewAppointment.at();
  }

  /** When its open call is held, in the programme's zone, cancelled or not. */
  public Optional<ZonedDateTime> openCall() {
    return callAppointment.map(Appointment::at);
  }
}
