package dev.fortnight.announce.slack;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Messenger;
import dev.fortnight.announce.Reminder;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reminds a Slack channel of those who decide, as a bot, which can look into the channel. */
public final class SlackMessenger implements Messenger {

  private final Announcer announcer;
  private final String channel;

  /**
   * @param token of a bot
   */
  public SlackMessenger(Programme.Slack slack, Secret token) {
    this.announcer = new SlackAnnouncer(slack, token);
    this.channel = slack.channel();
  }

  @Override
  public Announcer.Answer send(Reminder reminder) {
    return announcer.send(message(reminder), Optional.empty());
  }

  @Override
  public Announcer.Sighting find(Reminder reminder, Instant since) {
    return announcer.find(message(reminder), Optional.empty(), since);
  }

  private Announcement.Message message(Reminder reminder) {
    String text =
        reminder
            .text()
            .lines()
            .map(SlackMessenger::line)
            .reduce((one, next) -> one + "\n" + next)
            .orElseThrow();
    String body = MessageBody.of(channel, text, List.of(MessageBody.section(text)), reminder.id());
    return new Announcement.Message(reminder.id(), text, body);
  }

  /** An address at a line's end is a link. */
  private static String line(String line) {
    int at = line.lastIndexOf(' ') + 1;
    String last = line.substring(at);
    boolean isAddress = last.startsWith("https://") || last.startsWith("http://");
    return isAddress
        ? Mrkdwn.text(line.substring(0, at)) + " " + Mrkdwn.link(last, Mrkdwn.address(last))
        : Mrkdwn.text(line);
  }
}
