package dev.fortnight.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The few words of a webhook's payload that Fortnight goes by, read without keeping the rest, which
 * may be 25 MB. What is missing or of another type is empty.
 *
 * @param ref what was pushed to
 * @param repository as {@code owner/name}
 * @param issue a number; 0 where the payload is about none
 */
record WebhookPayload(String action, String ref, String repository, int issue) {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * @throws IOException if it is not JSON
   */
  static WebhookPayload read(byte[] body) throws IOException {
    String action = "";
    String ref = "";
    String repository = "";
    int issue = 0;
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "action" -> action = text(parser, value);
          case "ref" -> ref = text(parser, value);
          case "repository" -> repository = inside(parser, value, "full_name");
          case "issue" -> issue = number(inside(parser, value, "number"));
          default -> parser.skipChildren();
        }
      }
    }
    return new WebhookPayload(action, ref, repository, issue);
  }

  private static String inside(JsonParser parser, JsonToken start, String wanted)
      throws IOException {
    String found = "";
    if (start != JsonToken.START_OBJECT) {
      return text(parser, start);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(wanted)) {
        found = text(parser, value);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private static String text(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getText();
    }
    parser.skipChildren();
    return "";
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
  }
}
