package dev.fortnight.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes values as JSON, the same on every machine. */
final class Json {

  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static String of(Object value) {
    return write(WRITER, value);
  }

  /** Other characters than ASCII as escapes, so that none of them can drive a terminal. */
  static String ofUntrusted(Object value) {
    return write(WRITER.with(JsonGenerator.Feature.ESCAPE_NON_ASCII), value);
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records cannot be written as JSON", e);
    }
  }
}
