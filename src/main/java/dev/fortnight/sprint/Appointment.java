package dev.fortnight.sprint;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A review or an open call of one sprint.
 *
 * @param at when it begins, in the programme's zone
 * @param move where it is not on its planned day
 * @param isCancelled whether it is not held, by decision of the team
 */
public record Appointment(ZonedDateTime at, Optional<Move> move, boolean isCancelled) {}
