package dev.fortnight.problem;

/**
 * Where in a programme's folder something stands.
 *
 * @param file path relative to the programme's folder, with forward slashes
 * @param line line number from 1; 0 where the whole file is meant
 */
public record SourceLocation(String file, int line) implements Comparable<SourceLocation> {

  public static SourceLocation file(String file) {
    return new SourceLocation(file, 0);
  }

  @Override
  public int compareTo(SourceLocation other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  /** {@code research/interviews/a.md:4}, the form that terminals and editors make clickable. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
