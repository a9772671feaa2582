package dev.fortnight.problem;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where in a programme's folder something stands.
 *
 * @param file path relative to the programme's folder, with forward slashes
 * @param line line number from 1; 0 where the whole file is meant
 * @param columns which part of the line; empty where the whole line is meant, without the white
 *     space around it
 */
public record SourceLocation(String file, int line, Optional<Columns> columns)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing((SourceLocation location) -> location.file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(location -> location.columns.map(Columns::first).orElse(0))
          .thenComparingInt(location -> location.columns.map(Columns::end).orElse(0));

  /**
   * A part of a line, counted in code points. A byte order mark does not count.
   *
   * @param first its first column, from 1
   * @param end the column behind its last one
   */
  public record Columns(int first, int end) {

    public Columns {
      if (first < 1 || end < first) {
        throw new IllegalArgumentException("no line has the columns " + first + " to " + end);
      }
    }
  }

  public SourceLocation {
    if (line == 0 && columns.isPresent()) {
      throw new IllegalArgumentException("a whole file has no columns");
    }
  }

  /** A whole line. */
  public SourceLocation(String file, int line) {
    this(file, line, Optional.empty());
  }

  public static SourceLocation file(String file) {
    return new SourceLocation(file, 0);
  }

  /**
   * A part of a line.
   *
   * @param first its first column, from 1, in code points
   * @param end the column behind its last one
   */
  public static SourceLocation columns(String file, int line, int first, int end) {
    return new SourceLocation(file, line, Optional.of(new Columns(first, end)));
  }

  /** By file, then line, then column. */
  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** {@code research/interviews/a.md:4}, the form that terminals and editors make clickable. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return columns.map(part -> place + ":" + part.first()).orElse(place);
  }
}
