package dev.fortnight.peers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stock kramdown, which renders many texts in one process. It is fetched where it is missing, and a
 * comparison that cannot have it fails: without the peer nothing was compared.
 */
final class Kramdown {

  /** What reads the text: kramdown's own parser, or the one that Jekyll uses. */
  enum Dialect {
    KRAMDOWN("kramdown"),
    GFM("GFM");

    private final String input;

    Dialect(String input) {
      this.input = input;
    }
  }

  /** Quotation marks and dashes stay as they are written; lines break as with Jekyll. */
  private static final String SCRIPT =
      """
      require 'json'
      require 'kramdown'
      require 'kramdown-parser-gfm'
      symbols = {hellip: '...', mdash: '---', ndash: '--', laquo: '<<', raquo: '>>',
                 laquo_space: '<< ', raquo_space: ' >>'}
      options = {input: ARGV[0], hard_wrap: false, smart_quotes: 'apos,apos,quot,quot',
                 typographic_symbols: symbols}
      texts = JSON.parse($stdin.read)
      puts JSON.generate(texts.map { |text| Kramdown::Document.new(text, options).to_html })
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Dialect dialect;

  private Kramdown(Dialect dialect) {
    this.dialect = dialect;
  }

  static Kramdown reading(Dialect dialect) {
    if (!isThere()) {
      PeerProgram.fetch("ruby-kramdown", "ruby-kramdown-parser-gfm");
    }
    if (!isThere()) {
      throw new IllegalStateException(
          "Comparisons with kramdown need Ruby with kramdown and kramdown-parser-gfm, which are not"
              + " here and could not be installed. As root: apt-get install ruby-kramdown"
              + " ruby-kramdown-parser-gfm. Elsewhere: gem install kramdown kramdown-parser-gfm.");
    }
    return new Kramdown(dialect);
  }

  /** The HTML of each text, in their order. */
  List<String> html(List<String> texts) {
    try {
      Process ruby =
          new ProcessBuilder("ruby", "-EUTF-8:UTF-8", "-e", SCRIPT, dialect.input)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream input = ruby.getOutputStream()) {
        input.write(JSON.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8));
      }
      return JSON.readValue(ruby.getInputStream(), new TypeReference<List<String>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("kramdown did not render", e);
    }
  }

  private static boolean isThere() {
    return PeerProgram.runs("ruby", "-rkramdown", "-rkramdown-parser-gfm", "-e", "exit");
  }
}
