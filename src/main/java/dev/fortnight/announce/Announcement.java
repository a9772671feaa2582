package dev.fortnight.announce;

import java.util.List;

/**
 * What subscribers are told of an edition.
 *
 * @param edition its number
 * @param messages what is told first, and then what stands below it where a channel has threads
 */
public record Announcement(int edition, String channel, List<Message> messages) {

  /**
   * One message.
   *
   * @param id the same for every attempt to send it
   * @param text all that it says
   * @param body of Slack's {@code chat.postMessage}, as one line of JSON
   */
  public record Message(String id, String text, String body) {}
}
