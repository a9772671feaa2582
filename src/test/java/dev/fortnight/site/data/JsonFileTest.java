package dev.fortnight.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonFileTest {

  @Test
  void fileIsIndentedAndEndsWithALine() {
    Map<String, Object> values = new TreeMap<>(Map.of("a", "\"é\r\n", "b", List.of(1, Map.of())));

    assertThat(text(values))
        .isEqualTo(
            """
            {
              "a" : "\\"é\\r\\n",
              "b" : [ 1, { } ]
            }
            """);
  }

  @Test
  void halfACharacterDoesNotStopTheBuild() {
    assertThat(text(Map.of("a", "x\ud83d")))
        .isEqualTo(
            """
            {
              "a" : "x?"
            }
            """);
  }

  private static String text(Object values) {
    return new String(JsonFile.bytes(values), StandardCharsets.UTF_8);
  }
}
