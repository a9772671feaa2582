package dev.fortnight.sprint;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * One cycle of a programme.
 *
 * @param number from 1
 * @param first its first day
 * @param last its last day
 * @param review when the product owner reviews it, in the programme's zone
 * @param openCall when its open call is held, in the programme's zone
 * @param deadline the last moment at which its edition can be signed off
 */
public record Sprint(
    int number,
    LocalDate first,
    LocalDate last,
    ZonedDateTime review,
    Optional<ZonedDateTime> openCall,
    ZonedDateTime deadline) {}
