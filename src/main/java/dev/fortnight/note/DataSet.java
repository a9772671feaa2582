package dev.fortnight.note;

import java.util.List;
import java.util.Optional;

/**
 * A table that others may use: a CSV file with its description.
 *
 * @param path of the CSV file, relative to {@code research/}
 * @param csv its source
 * @param described the source of its description
 * @param header the names of its columns, as the file has them
 */
public record DataSet(
    String path,
    String csv,
    String described,
    String title,
    String description,
    Optional<String> source,
    Optional<String> licence,
    boolean isIllustrative,
    List<Column> columns,
    Optional<Chart> chart,
    List<String> header,
    List<List<String>> rows) {

  /**
   * What a column means.
   *
   * @param name as the file's first line has it
   */
  public record Column(String name, String description) {}

  /**
   * How its rows are drawn.
   *
   * @param x the index of the column that names a row
   * @param y the index of the column with its number
   */
  public record Chart(Kind kind, int x, int y) {

    /** The forms of a chart. */
    public enum Kind {
      BAR,
      LINE
    }
  }

  /** Its name in addresses: {@code skills} of {@code data/skills.csv}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".csv".length());
  }

  /** Where the description of a CSV file stands. */
  public static String descriptionOf(String csvPath) {
    return csvPath.substring(0, csvPath.length() - ".csv".length()) + ".yml";
  }
}
