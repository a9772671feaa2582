package dev.fortnight.note;

/**
 * A mark of evidence without effect: it has no id, or there is no block that it belongs to.
 *
 * @param line in the file, from 1
 */
public record LostMark(int line, boolean hasId) {}
