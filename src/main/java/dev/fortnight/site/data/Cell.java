package dev.fortnight.site.data;

import java.util.OptionalDouble;

/** What a cell of a table means to a chart and to a spreadsheet. */
public final class Cell {

  private Cell() {}

  /** Understands thousands separated by commas, pounds and per cent. */
  public static OptionalDouble number(String cell) {
    String bare = cell.strip().replaceAll("(?<=\\d),(?=\\d{3})", "").replaceAll("^£|%$", "");
    return bare.matches("[-+]?\\d{1,15}(?:\\.\\d{1,10})?")
        ? OptionalDouble.of(Double.parseDouble(bare))
        : OptionalDouble.empty();
  }

  /**
   * The same with an apostrophe before what a spreadsheet would run as a formula; plain numbers,
   * negative ones too, stay as they are. Source: OWASP, CSV Injection.
   */
  static String harmless(String cell) {
    boolean isFormula = cell.matches("(?s)[=+\\-@\\t\\r].*") && number(cell).isEmpty();
    return isFormula ? "'" + cell : cell;
  }
}
