package dev.fortnight.site;

import dev.fortnight.note.DataSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table to download, as RFC 4180 has it. A cell that a spreadsheet would take for a formula has
 * an apostrophe before it; plain numbers, negative ones too, stay as they are. Source: OWASP, CSV
 * Injection.
 */
final class DataFile {

  private DataFile() {}

  static byte[] bytes(DataSet data) {
    StringBuilder text = new StringBuilder(line(data.header()));
    data.rows().forEach(row -> text.append(line(row)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(DataFile::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String cell) {
    boolean isFormula = cell.matches("(?s)[=+\\-@\\t\\r].*") && ChartDrawing.number(cell).isEmpty();
    String safe = isFormula ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
