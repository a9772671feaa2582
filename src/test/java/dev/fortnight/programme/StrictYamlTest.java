package dev.fortnight.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictYamlTest {

  @Test
  void readsPlainValuesInTheOrderOfTheFile() throws Exception {
    StrictYaml.Mapping read =
        StrictYaml.read(
            """
            title: "Sharing: who answers?"
            count: 12
            share: 0.5
            open: true
            shut: false
            nothing:
            tilde: ~
            list: [P07, 8]
            inner: {a: 1, b: two}
            block: |
              one
              two
            """);

    assertThat(read.values())
        .isEqualTo(
            map(
                "title",
                "Sharing: who answers?",
                "count",
                12L,
                "share",
                0.5,
                "open",
                true,
                "shut",
                false,
                "nothing",
                null,
                "tilde",
                null,
                "list",
                List.of("P07", 8L),
                "inner",
                Map.of("a", 1L, "b", "two"),
                "block",
                "one\ntwo\n"));
    assertThat(read.values().keySet())
        .containsExactly(
            "title", "count", "share", "open", "shut", "nothing", "tilde", "list", "inner",
            "block");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "no",
        "NO",
        "on",
        "Off",
        "True",
        "FALSE",
        "y",
        "2026-11-02",
        "2026-11-02 14:00:00",
        "07700",
        "0x1F",
        "0o17",
        "1_000",
        "12:30:00",
        "1.10",
        "1e3",
        ".inf",
        "NaN",
        "+4",
        "-0",
        "12345678901234567890"
      })
  void whatOtherReadersOfYamlTakeForSomethingElseStaysText(String written) throws Exception {
    assertThat(StrictYaml.read("key: " + written).values()).isEqualTo(Map.of("key", written));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("a: 1\nconsent: public\nconsent: internal\n", 3, "stands here twice"),
        Arguments.of("a:\n  b: 1\n  b: 2\n", 3, "stands here twice"),
        Arguments.of("a: 1\n\"a\": 2\n", 2, "stands here twice"),
        Arguments.of("a: &x public\nb: 1\n", 1, "anchors and aliases"),
        Arguments.of("a: 1\nb: *x\n", 2, "anchors and aliases"),
        Arguments.of("a: &x {consent: public}\n<<: *x\n", 1, "anchors and aliases"),
        Arguments.of("<<: {consent: public}\n", 1, "merge keys"),
        Arguments.of("a: 1\nb: !!str public\n", 2, "tags"),
        Arguments.of("a: !x {b: 1}\n", 1, "tags"),
        Arguments.of("a: ! public\n", 1, "tags"),
        Arguments.of("a: !!java.net.URL [x]\n", 1, "tags"),
        Arguments.of("- a\n- b\n", 1, "keys with values"),
        Arguments.of("just words\n", 1, "keys with values"),
        Arguments.of("? [a, b]\n: 1\n", 1, "must be a word"),
        Arguments.of("a: 1\n---\na: 2\n", 2, "not valid YAML"),
        Arguments.of("a: 1\nb: [1, 2\n", 3, "not valid YAML"),
        Arguments.of("a: 1\n b: 2\n", 2, "not valid YAML"),
        Arguments.of("a: \"\u0007\"\n", 1, "not valid YAML"),
        Arguments.of("a:\n  " + "[".repeat(13) + "]".repeat(13) + "\n", 2, "nested too deeply"),
        Arguments.of("a: " + "{b: ".repeat(20) + "1" + "}".repeat(20), 1, "nested too deeply"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithTheLine(String text, int line, String why) {
    StrictYaml.RefusedException refused =
        catchThrowableOfType(StrictYaml.RefusedException.class, () -> StrictYaml.read(text));

    assertThat(refused).hasMessageContaining(why);
    assertThat(refused.line()).isEqualTo(line);
  }

  @Test
  void nestingThatProgrammesNeedIsRead() throws Exception {
    assertThat(StrictYaml.read("a: " + "[".repeat(11) + "]".repeat(11)).values())
        .containsOnlyKeys("a");
  }

  @Test
  void tellsTheLineOfEachKeyByItsPath() throws Exception {
    StrictYaml.Mapping read =
        StrictYaml.read(
            """
            # a comment
            title: x

            site:
              url: y
              logo: {file: z}
            """);

    assertThat(read.lines())
        .isEqualTo(
            Map.of("title", 2, "site", 4, "site.url", 5, "site.logo", 6, "site.logo.file", 6));
    assertThat(read.line("absent")).isEqualTo(1);
  }

  @Test
  void tellsTheLineOfEachKeyInAListByItsNumber() throws Exception {
    StrictYaml.Mapping read =
        StrictYaml.read(
            """
            defaults:
              - values:
                  role: x
              - values:
                  role: y
            """);

    assertThat(read.numberedLines())
        .isEqualTo(
            Map.of(
                "defaults", 1,
                "defaults.0.values", 2,
                "defaults.0.values.role", 3,
                "defaults.1.values", 4,
                "defaults.1.values.role", 5));
    assertThat(read.lines())
        .isEqualTo(Map.of("defaults", 1, "defaults.values", 4, "defaults.values.role", 5));
  }

  @Test
  void anEmptyTextHoldsNothing() throws Exception {
    assertThat(StrictYaml.read("# only a comment\n").values()).isEmpty();
  }

  @Test
  void aMessageDoesNotRepeatWhatAValueSays() {
    StrictYaml.RefusedException refused =
        catchThrowableOfType(
            StrictYaml.RefusedException.class,
            () -> StrictYaml.read("token: 'illustrative-secret\n"));

    assertThat(refused.getMessage()).doesNotContain("illustrative-secret");
  }

  @Test
  void hugeTextsAreRefusedBeforeTheyAreParsed() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (String text :
              List.of(
                  "a: " + "x".repeat(5_000_000),
                  "[".repeat(200_000),
                  "{a: ".repeat(200_000),
                  "- ".repeat(400_000),
                  "? ".repeat(400_000))) {
            assertThat(
                    catchThrowableOfType(
                        StrictYaml.RefusedException.class, () -> StrictYaml.read(text)))
                .isNotNull();
          }
        });
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
