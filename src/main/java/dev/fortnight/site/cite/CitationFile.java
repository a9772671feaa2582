package dev.fortnight.site.cite;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** {@code CITATION.cff} of an edition. Source: Citation File Format 1.2.0. */
public final class CitationFile {

  private CitationFile() {}

  /**
   * @param citation of an edition, with its number and date
   */
  public static byte[] bytes(Citation citation, String message) {
    StringBuilder yaml = new StringBuilder("cff-version: 1.2.0\n");
    line(yaml, "message", message);
    yaml.append("type: dataset\n");
    line(yaml, "title", citation.title());
    if (!citation.summary().isBlank()) {
      line(yaml, "abstract", citation.summary());
    }
    yaml.append("authors:\n  - name: ").append(quoted(citation.author())).append('\n');
    citation.edition().ifPresent(number -> line(yaml, "version", number.toString()));
    citation.date().ifPresent(date -> line(yaml, "date-released", date.toString()));
    line(yaml, "url", citation.address());
    citation.licence().ifPresent(licence -> line(yaml, "license", licence));
    return yaml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(quoted(value)).append('\n');
  }

  /** What JSON takes for a text, YAML does too. */
  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
