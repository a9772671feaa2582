package dev.fortnight.check;

import java.util.Set;

/**
 * How one state of a programme's research differs from an earlier one, where nothing but texts,
 * titles and descriptions of notes does.
 *
 * @param notes the paths of those that differ
 * @param renamed the addresses of those that pages of others call or describe otherwise
 */
public record ResearchChange(Set<String> notes, Set<String> renamed) {}
