package dev.fortnight.note;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.StrictYaml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a CSV file (RFC 4180) with its description, or says why it has no page. */
public final class DataSetReader {

  private static final String NAME = "data";

  /** A page with more is read by nobody, and a phone cannot hold it. */
  private static final int LARGEST = 1_000_000;

  private static final int MOST_ROWS = 2_000;
  private static final int MOST_COLUMNS = 30;
  private static final int LONGEST_CELL = 1_000;

  private static final Set<String> KEYS =
      Set.of("title", "description", "source", "licence", "columns", "chart", "illustrative");

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  /** A data set, or why there is none. */
  public sealed interface Result {

    record Read(DataSet data) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  private static final class RefusedException extends Exception {

    private final transient Problem problem;

    RefusedException(String path, int line, String what, String remedy) {
      this.problem =
          Problem.error(NAME, new SourceLocation("research/" + path, line), what, remedy);
    }
  }

  /**
   * @param path of the CSV file, relative to {@code research/}
   */
  public Result read(String path, byte[] csv, byte[] description) {
    try {
      return new Result.Read(dataSet(path, csv, description));
    } catch (RefusedException e) {
      return new Result.Refused(e.problem);
    }
  }

  private static DataSet dataSet(String path, byte[] csv, byte[] description)
      throws RefusedException {
    if (!path.matches("data/[a-z0-9][a-z0-9-]{0,80}\\.csv")) {
      throw new RefusedException(
          path,
          1,
          "the file's name does not make an address, so it is not published",
          "Name it with small letters, digits and hyphens, directly in research/data.");
    }
    String text = text(path, csv);
    List<List<String>> lines = lines(path, text);
    List<String> header = lines.get(0);
    String described = DataSet.descriptionOf(path);
    String yaml = text(described, description);
    StrictYaml.Mapping mapping = mapping(described, yaml);
    Map<String, Object> values = mapping.values();
    for (String key : values.keySet()) {
      if (!KEYS.contains(key)) {
        throw new RefusedException(
            described,
            mapping.line(key),
            "a description has no key '" + key + "', so the file is not published",
            "Its keys are " + String.join(", ", KEYS.stream().sorted().toList()) + ".");
      }
    }
    return new DataSet(
        path,
        text,
        yaml,
        word(values, "title").orElseThrow(() -> missing(described, "title")),
        word(values, "description").orElseThrow(() -> missing(described, "description")),
        word(values, "source"),
        word(values, "licence"),
        "true".equals(String.valueOf(values.get("illustrative"))),
        columns(values, header),
        chart(described, mapping, header),
        header,
        List.copyOf(lines.subList(1, lines.size())));
  }

  private static RefusedException missing(String path, String key) {
    return new RefusedException(
        path, 1, "the description has no '" + key + "', so the file is not published", "Add it.");
  }

  private static String text(String path, byte[] bytes) throws RefusedException {
    if (bytes.length > LARGEST) {
      throw new RefusedException(
          path, 1, "the file is over 1 MB, so it is not published", "Publish a smaller extract.");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          path, 1, "the file is not UTF-8, so it is not published", "Save it as UTF-8.");
    }
  }

  private static List<List<String>> lines(String path, String csv) throws RefusedException {
    List<List<String>> lines = new ArrayList<>();
    try (MappingIterator<List<String>> iterator =
        CSV.readerForListOf(String.class).readValues(csv)) {
      while (iterator.hasNextValue()) {
        List<String> line = iterator.nextValue();
        if (line.size() == 1 && line.get(0).isBlank()) {
          continue;
        }
        if (lines.size() > MOST_ROWS) {
          throw tooMuch(path, "over " + MOST_ROWS + " rows");
        }
        check(path, line, lines);
        lines.add(List.copyOf(line));
      }
    } catch (IOException e) {
      throw new RefusedException(
          path,
          lines.size() + 1,
          "the file is not CSV as RFC 4180 has it, so it is not published",
          "Check the quotation marks of this row.");
    }
    if (lines.size() < 2) {
      throw new RefusedException(
          path, 1, "the file has no rows, so it is not published", "Add a header and rows.");
    }
    return lines;
  }

  private static void check(String path, List<String> line, List<List<String>> before)
      throws RefusedException {
    if (line.size() > MOST_COLUMNS) {
      throw tooMuch(path, "over " + MOST_COLUMNS + " columns");
    }
    if (line.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      throw tooMuch(path, "a cell of over " + LONGEST_CELL + " characters");
    }
    boolean isHeader = before.isEmpty();
    if (isHeader && new LinkedHashSet<>(line).size() < line.size()) {
      throw new RefusedException(
          path,
          1,
          "two columns have one name, so the file is not published",
          "Give each column a name of its own.");
    }
    if (!isHeader && line.size() != before.get(0).size()) {
      throw new RefusedException(
          path,
          before.size() + 1,
          "this row has "
              + line.size()
              + " cells and the header "
              + before.get(0).size()
              + ", so the file is not published",
          "Give each row as many cells as the header has.");
    }
  }

  private static RefusedException tooMuch(String path, String what) {
    return new RefusedException(
        path, 1, "the file has " + what + ", so it is not published", "Publish a smaller extract.");
  }

  private static StrictYaml.Mapping mapping(String path, String yaml) throws RefusedException {
    try {
      return StrictYaml.read(yaml);
    } catch (StrictYaml.RefusedException e) {
      throw new RefusedException(
          path,
          e.line(),
          "the description cannot be read, so the file is not published",
          "Correct this line.");
    }
  }

  private static Optional<String> word(Map<?, ?> values, String key) {
    Object value = values.get(key);
    return value == null || value instanceof Map || value instanceof List
        ? Optional.empty()
        : Optional.of(String.valueOf(value).strip()).filter(text -> !text.isEmpty());
  }

  private static List<DataSet.Column> columns(Map<String, Object> values, List<String> header) {
    if (!(values.get("columns") instanceof Map<?, ?> columns)) {
      return List.of();
    }
    return header.stream()
        .map(name -> word(columns, name).map(said -> new DataSet.Column(name, said)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<DataSet.Chart> chart(
      String path, StrictYaml.Mapping mapping, List<String> header) throws RefusedException {
    if (!mapping.values().containsKey("chart")) {
      return Optional.empty();
    }
    if (mapping.values().get("chart") instanceof Map<?, ?> chart) {
      int x = header.indexOf(word(chart, "x").orElse(""));
      int y = header.indexOf(word(chart, "y").orElse(""));
      String kind = word(chart, "kind").orElse("");
      if (x >= 0 && y >= 0 && Set.of("bar", "line").contains(kind)) {
        DataSet.Chart.Kind form = DataSet.Chart.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return Optional.of(new DataSet.Chart(form, x, y));
      }
    }
    throw new RefusedException(
        path,
        mapping.line("chart"),
        "the chart cannot be drawn, so the file is not published",
        "Write 'chart: {kind: bar, x: COLUMN, y: COLUMN}', with kind bar or line and columns of"
            + " the file.");
  }
}
