package dev.fortnight.site.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table to download, as RFC 4180 has it, in UTF-8. Nothing in it runs in a spreadsheet. */
public final class CsvFile {

  private CsvFile() {}

  public static byte[] bytes(List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(line(header));
    rows.forEach(row -> text.append(line(row)));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvFile::written).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String written(String cell) {
    String safe = Cell.harmless(cell);
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
