package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackLimitsTest {

  /** What stands for a text of the length at hand is one code point of two characters. */
  @ParameterizedTest(name = "{0} of {2}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          section;           {"type":"section","text":{"type":"mrkdwn","text":"$"}};                                  3000;  blocks/0/text/text
          field;             {"type":"section","fields":[{"type":"mrkdwn","text":"$"}]};                              2000;  blocks/0/fields/0
          header;            {"type":"header","text":{"type":"plain_text","text":"$"}};                               150;   blocks/0/text/text
          context;           {"type":"context","elements":[{"type":"mrkdwn","text":"$"}]};                            3000;  blocks/0/elements/0/text
          button text;       {"type":"actions","elements":[{"type":"button","text":{"text":"$"}}]};                   75;    blocks/0/elements/0/text
          button address;    {"type":"actions","elements":[{"type":"button","text":{"text":"a"},"url":"$"}]};         3000;  blocks/0/elements/0/url
          block id;          {"type":"divider","block_id":"$"};                                                       255;   blocks/0/block_id
          alt text;          {"type":"image","alt_text":"$","image_url":"a"};                                         2000;  blocks/0/alt_text
          image address;     {"type":"image","alt_text":"a","image_url":"$"};                                         3000;  blocks/0/image_url
          """)
  void textIsTakenUpToItsLimit(String name, String block, int most, String place) {
    assertThat(SlackLimits.exceeded(message(block.replace("$", "🦆".repeat(most))))).isEmpty();
    assertThat(SlackLimits.exceeded(message(block.replace("$", "🦆".repeat(most + 1)))))
        .containsExactly(
            place + " has " + (most + 1) + " characters, and " + most + " are allowed");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          fields;            {"type":"section","fields":[$]}; {"type":"mrkdwn","text":"a"};                   10; blocks/0/fields
          context elements;  {"type":"context","elements":[$]}; {"type":"mrkdwn","text":"a"};                 10; blocks/0/elements
          actions elements;  {"type":"actions","elements":[$]}; {"type":"button","text":{"text":"a"}};        25; blocks/0/elements
          """)
  void listIsTakenUpToItsLimit(String name, String block, String entry, int most, String place) {
    assertThat(SlackLimits.exceeded(message(block.replace("$", times(entry, most))))).isEmpty();
    assertThat(SlackLimits.exceeded(message(block.replace("$", times(entry, most + 1)))))
        .containsExactly(place + " has " + (most + 1) + " entries, and " + most + " are allowed");
  }

  @Test
  void messageHasFiftyBlocksAtMost() {
    String block = "{\"type\":\"divider\"}";

    assertThat(SlackLimits.exceeded(message(times(block, 50)))).isEmpty();
    assertThat(SlackLimits.exceeded(message(times(block, 51))))
        .containsExactly("blocks has 51 entries, and 50 are allowed");
  }

  @Test
  void blocksAreTenThousandCharactersAltogether() {
    String block = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"$\"}}";
    String four = times(block.replace("$", "a".repeat(2600)), 4);

    assertThat(SlackLimits.exceeded(message(four)))
        .singleElement()
        .asString()
        .startsWith("blocks has 10");
  }

  @Test
  void markdownBlockIsLongerThanABlockMayBeHere() {
    String block = "{\"type\":\"markdown\",\"text\":\"" + "a".repeat(12_001) + "\"}";

    assertThat(SlackLimits.exceeded(message(block)))
        .contains("blocks/0/text has 12001 characters, and 12000 are allowed");
  }

  @Test
  void topLevelTextIsNeitherCutNorEmpty() {
    assertThat(SlackLimits.exceeded("{\"text\":\"" + "a".repeat(40_000) + "\",\"blocks\":[]}"))
        .isEmpty();
    assertThat(SlackLimits.exceeded("{\"text\":\"" + "a".repeat(40_001) + "\",\"blocks\":[]}"))
        .containsExactly("text has 40001 characters, and 40000 are allowed");
    assertThat(SlackLimits.exceeded("{\"text\":\"\",\"blocks\":[]}"))
        .containsExactly("text is empty");
  }

  @Test
  void emptyTextsAndKindsThatAreNotSentAreNoMessages() {
    assertThat(
            SlackLimits.exceeded(
                message(
                    "{\"type\":\"section\",\"text\":{\"text\":\"\"}},{\"type\":\"context\",\"elements\":[]},"
                        + "{\"type\":\"video\"}")))
        .containsExactly(
            "blocks/0/text/text is empty",
            "blocks/1/elements is empty",
            "blocks/2 is of no kind that Fortnight sends");
  }

  private static String times(String entry, int count) {
    return String.join(",", Collections.nCopies(count, entry));
  }

  private static String message(String blocks) {
    return "{\"text\":\"a\",\"blocks\":[" + blocks + "]}";
  }
}
