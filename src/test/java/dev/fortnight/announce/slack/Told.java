package dev.fortnight.announce.slack;

import dev.fortnight.announce.Announcement;
import java.util.ArrayList;
import java.util.List;

/** Illustrative announcements for tests of how they are sent. */
final class Told {

  static final String TREE = "1".repeat(64);
  static final String OTHER_TREE = "2".repeat(64);

  private Told() {}

  static Announcement edition(int number, String... texts) {
    List<Announcement.Message> messages = new ArrayList<>();
    for (String text : texts) {
      String id =
          "research/"
              + number
              + "/"
              + SlackStandIn.CHANNEL
              + (messages.isEmpty() ? "" : "/" + messages.size());
      String body =
          MessageBody.of(SlackStandIn.CHANNEL, text, List.of(MessageBody.section(text)), id);
      messages.add(new Announcement.Message(id, text, body));
    }
    return new Announcement(number, SlackStandIn.CHANNEL, List.copyOf(messages));
  }
}
