package dev.fortnight.announce.slack;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a message as {@code chat.postMessage} takes it. */
final class MessageBody {

  /** The type of the metadata that Fortnight's messages carry. */
  static final String EVENT_TYPE = "fortnight_edition";

  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private MessageBody() {}

  /**
   * @param id what the message is found again by
   */
  static String of(String channel, String text, List<LayoutBlock> blocks, String id) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("channel", channel);
    message.put("text", text);
    message.put("blocks", blocks);
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("event_type", EVENT_TYPE);
    metadata.put("event_payload", Map.of("id", id));
    message.put("metadata", metadata);
    return GSON.toJson(message);
  }

  /** How long blocks are when they are sent, in code points. */
  static int length(List<LayoutBlock> blocks) {
    return Mrkdwn.length(GSON.toJson(blocks));
  }

  static SectionBlock section(String text) {
    return SectionBlock.builder().text(markdown(text)).build();
  }

  /** Verbatim: Slack makes no link or mention of what only looks like one. */
  static MarkdownTextObject markdown(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }
}
