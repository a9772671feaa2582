package dev.fortnight.sprint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a review or an open call is on another day than planned.
 *
 * @param from the planned day
 * @param holiday what that day is; empty where it moves because the other one does, so that the
 *     open call stays before the review
 */
public record Move(LocalDate from, Optional<Holiday> holiday) {}
