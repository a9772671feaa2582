package dev.fortnight.cli;

import dev.fortnight.problem.SourceLocation;
import java.util.Optional;

/**
 * The part of a file that a problem is about.
 *
 * @param line from 1
 * @param column from 1, in code points
 * @param start where it begins in the file, in code points from 0
 * @param end where it ends, exclusive
 */
record Extent(int line, int column, int start, int end) {

  /** The beginning of a file stands for all of it. */
  private static final Extent WHOLE_FILE = new Extent(1, 1, 0, 0);

  /**
   * @param source the location's line; empty where it is not known
   */
  static Extent of(SourceLocation location, Optional<SourceLine> source) {
    if (location.line() == 0) {
      return WHOLE_FILE;
    }
    int line = location.line();
    return source
        .map(text -> of(location, text))
        .orElse(new Extent(line, location.columns().map(part -> part.first()).orElse(1), 0, 0));
  }

  private static Extent of(SourceLocation location, SourceLine source) {
    int length = source.length();
    int from =
        location
            .columns()
            .map(part -> part.first() - 1)
            .orElse(source.isBlank() ? 0 : source.indentation());
    int to = location.columns().map(part -> part.end() - 1).orElse(source.written());
    int first = Math.min(from, length);
    int last = Math.max(first, Math.min(to, length));
    return new Extent(location.line(), first + 1, source.start() + first, source.start() + last);
  }

  /** How many code points it spans. */
  int length() {
    return end - start;
  }
}
