package dev.fortnight.site.data;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** JSON that people may read too: indented, in UTF-8, the same bytes for the same values. */
public final class JsonFile {

  /** Lines end alike on all systems. */
  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private JsonFile() {}

  /**
   * @param values maps, lists and plain values, or a tree of Jackson's
   */
  public static byte[] bytes(Object values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // half a character is replaced here; Jackson's own UTF-8 refuses it
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      WRITER.writeValue(text, values);
    } catch (IOException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
