package dev.fortnight.note;

import dev.fortnight.problem.SourceLocation;
import java.util.Optional;

/**
 * Where in a note's text something stands.
 *
 * @param line in the file, from 1
 * @param columns the part of that line; empty where it is not known
 */
public record TextPlace(int line, Optional<SourceLocation.Columns> columns) {}
