package dev.fortnight.site.cite;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A citation for BibTeX, as a technical report. Its characters are those of UTF-8. */
public final class BibTex {

  private BibTex() {}

  public static String of(Citation citation) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("author", quoted(citation.author()));
    fields.put("title", quoted(citation.title()));
    fields.put("institution", quoted(citation.author()));
    citation.edition().ifPresent(number -> fields.put("number", "{" + number + "}"));
    citation.date().ifPresent(date -> dated(fields, date));
    fields.put("url", "{" + citation.address() + "}");
    return fields.entrySet().stream()
        .map(field -> "  " + field.getKey() + " = " + field.getValue())
        .collect(Collectors.joining(",\n", "@techreport{" + citation.key() + ",\n", "\n}\n"));
  }

  private static void dated(Map<String, String> fields, LocalDate date) {
    fields.put("year", "{" + date.getYear() + "}");
    fields.put("month", date.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT));
  }

  /** The braces keep its capitals, and a name of several words one name. */
  private static String quoted(String text) {
    return "\"{" + text(text) + "}\"";
  }

  /** Nothing of a text is a command, and no brace of it ends a field. */
  private static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                case '{' -> safe.append("\\textbraceleft{}");
                case '}' -> safe.append("\\textbraceright{}");
                case '&', '%', '$', '#', '_' -> safe.append('\\').appendCodePoint(character);
                default ->
                    safe.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
              }
            });
    return safe.toString();
  }
}
