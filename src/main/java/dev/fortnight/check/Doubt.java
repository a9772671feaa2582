package dev.fortnight.check;

import dev.fortnight.problem.Problem;

/**
 * Something that only a reviewer can tell to be harmless, whether one has answered it or not.
 *
 * @param item a note's path, or {@code topics/<slug>}
 * @param mark what tells this doubt from all others about the item, as a hash: the same words at
 *     the same place give the same mark
 * @param problem as a reviewer is asked
 */
public record Doubt(String item, String mark, Problem problem) {}
