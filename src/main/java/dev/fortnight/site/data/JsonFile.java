package dev.fortnight.site.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** JSON that people may read too: indented, in UTF-8, the same bytes for the same values. */
public final class JsonFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonFile() {}

  /**
   * @param values maps, lists and plain values, or a tree of Jackson's
   */
  public static byte[] bytes(Object values) {
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(values);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }
}
