package dev.fortnight.note;

/**
 * A heading in a note's text.
 *
 * @param level from 1 to 6, as written
 * @param line in the file, from 1
 */
public record Heading(int level, int line) {}
