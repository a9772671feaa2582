package dev.fortnight.announce.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What Slack refuses, written without a look at what Fortnight takes for its limits. */
final class SlackRules {

  private static final Pattern ADDRESSED = Pattern.compile("<[!@#]");

  private SlackRules() {}

  /** The error that a message earns; empty for none. */
  static String error(JsonNode message) {
    JsonNode blocks = message.path("blocks");
    String text = message.path("text").asText();
    if (text.isEmpty() && blocks.isEmpty()) {
      return "no_text";
    }
    if (points(text) > 40_000) {
      return "msg_too_long";
    }
    if (blocks.size() > 50) {
      return "invalid_blocks";
    }
    if (points(blocks.toString()) > 13_200) {
      return "msg_blocks_too_long";
    }
    for (JsonNode block : blocks) {
      if (!isValid(block)) {
        return "invalid_blocks";
      }
    }
    return "";
  }

  private static boolean isValid(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "section" -> isText(block.path("text"));
      case "context" ->
          !block.path("elements").isEmpty()
              && block.path("elements").size() <= 10
              && isText(block.path("elements").get(0));
      default -> false;
    };
  }

  private static boolean isText(JsonNode text) {
    int length = points(text.path("text").asText());
    return text.path("type").asText().equals("mrkdwn") && length >= 1 && length <= 3000;
  }

  /** Whether somebody would be called. */
  static boolean callsSomebody(JsonNode message) {
    return ADDRESSED.matcher(message.toString()).find();
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }
}
