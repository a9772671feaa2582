package dev.fortnight.announce.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Slack takes, in Unicode code points. Source: docs.slack.dev, Block Kit reference; for the
 * whole payload, which is undocumented, slackapi/bolt-js#2509, where 13,200 were refused.
 */
final class SlackLimits {

  static final int BLOCKS = 50;
  static final int SECTION = 3000;
  static final int PAYLOAD = 10_000;
  static final int TEXT = 40_000;

  private static final int FIELDS = 10;
  private static final int BLOCK_ID = 255;
  private static final int ADDRESS = 3000;
  private static final int BUTTON = 75;
  private static final int ELEMENTS_OF_CONTEXT = 10;
  private static final int ELEMENTS_OF_ACTIONS = 25;

  /** The longest text of each kind, by the path to it within its block. */
  private static final Map<String, Map<String, Integer>> LONGEST =
      Map.of(
          "section", Map.of("/text/text", SECTION),
          "header", Map.of("/text/text", 150),
          "image", Map.of("/alt_text", 2000, "/image_url", ADDRESS, "/title/text", 2000),
          "markdown", Map.of("/text", 12_000),
          "context", Map.of(),
          "actions", Map.of(),
          "divider", Map.of());

  private static final Set<String> WITH_TEXT = Set.of("section", "header", "markdown");

  private final List<String> exceeded = new ArrayList<>();

  private SlackLimits() {}

  /**
   * Where a message is more than Slack takes.
   *
   * @param body as {@code chat.postMessage} takes it
   * @return names places and lengths, never what stands there
   */
  static List<String> exceeded(String body) {
    try {
      return new SlackLimits().check(new ObjectMapper().readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the body that was made is not JSON", e);
    }
  }

  private List<String> check(JsonNode message) {
    text("text", message.path("text"), 1, TEXT);
    JsonNode blocks = message.path("blocks");
    count("blocks", blocks, BLOCKS);
    most("blocks", Mrkdwn.length(blocks.toString()), PAYLOAD);
    for (int i = 0; i < blocks.size(); i++) {
      block("blocks/" + i, blocks.get(i));
    }
    return List.copyOf(exceeded);
  }

  private void block(String place, JsonNode block) {
    String type = block.path("type").asText();
    if (!LONGEST.containsKey(type)) {
      exceeded.add(place + " is of no kind that Fortnight sends");
      return;
    }
    most(place + "/block_id", Mrkdwn.length(block.path("block_id").asText()), BLOCK_ID);
    LONGEST
        .get(type)
        .forEach(
            (path, most) -> {
              JsonNode node = block.at(path);
              boolean isMissable =
                  node.isMissingNode() && (!WITH_TEXT.contains(type) || block.has("fields"));
              if (!isMissable) {
                text(place + path, node, 1, most);
              }
            });
    fields(place, block.path("fields"));
    elements(place, type, block.path("elements"));
  }

  private void fields(String place, JsonNode fields) {
    count(place + "/fields", fields, FIELDS);
    for (int i = 0; i < fields.size(); i++) {
      text(place + "/fields/" + i, fields.get(i).path("text"), 1, 2000);
    }
  }

  private void elements(String place, String type, JsonNode elements) {
    if (type.equals("context") || type.equals("actions")) {
      boolean isContext = type.equals("context");
      if (elements.isEmpty()) {
        exceeded.add(place + "/elements is empty");
      }
      count(place + "/elements", elements, isContext ? ELEMENTS_OF_CONTEXT : ELEMENTS_OF_ACTIONS);
    }
    for (int i = 0; i < elements.size(); i++) {
      element(place + "/elements/" + i, elements.get(i));
    }
  }

  private void element(String place, JsonNode element) {
    switch (element.path("type").asText()) {
      case "button" -> {
        text(place + "/text", element.at("/text/text"), 1, BUTTON);
        most(place + "/url", Mrkdwn.length(element.path("url").asText()), ADDRESS);
      }
      case "image" -> {
        text(place + "/alt_text", element.path("alt_text"), 1, 2000);
        text(place + "/image_url", element.path("image_url"), 1, ADDRESS);
      }
      default -> text(place + "/text", element.path("text"), 1, SECTION);
    }
  }

  private void text(String place, JsonNode node, int least, int most) {
    int length = Mrkdwn.length(node.asText());
    if (length < least) {
      exceeded.add(place + " is empty");
    }
    most(place, length, most);
  }

  private void count(String place, JsonNode list, int most) {
    if (list.size() > most) {
      exceeded.add(place + " has " + list.size() + " entries, and " + most + " are allowed");
    }
  }

  private void most(String place, int length, int most) {
    if (length > most) {
      exceeded.add(place + " has " + length + " characters, and " + most + " are allowed");
    }
  }
}
