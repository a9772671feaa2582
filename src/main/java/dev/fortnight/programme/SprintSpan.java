package dev.fortnight.programme;

import java.time.LocalDate;

/**
 * The days of a sprint.
 *
 * @param number from 1
 */
public record SprintSpan(int number, LocalDate first, LocalDate last) {}
