package dev.fortnight.announce.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.fortnight.announce.Announcement;
import dev.fortnight.edition.Announceable;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an edition's announcement as Block Kit messages for Slack. */
public final class AnnouncementWriter {

  private static final String REHEARSAL = "rehearsal";

  private final Wording wording;
  private final Announceable edition;
  private final String channel;
  private final boolean isRehearsal;
  private final Optional<ZonedDateTime> call;
  private final Sprint next;

  private AnnouncementWriter(
      Announceable edition, String channel, Instant now, boolean isRehearsal) {
    SprintCalendar calendar = new SprintCalendar(edition.research().programme().cycle());
    this.wording = new Wording(edition);
    this.edition = edition;
    this.channel = channel;
    this.isRehearsal = isRehearsal;
    this.call = calendar.nextOpenCall(now).openCall();
    this.next = calendar.after(edition.sprint());
  }

  /**
   * @param now what "next" is measured from
   * @param least how many messages of it may stand in the channel; those of which nothing is left
   *     say so
   * @throws ProblemException if it would show what must not be shown, or what Slack would refuse
   */
  public static Announcement write(Announceable edition, String channel, Instant now, int least) {
    return new AnnouncementWriter(edition, channel, now, false).write(least);
  }

  /** The same for a channel in which somebody tries out how it looks; says that it is no more. */
  public static Announcement rehearsal(Announceable edition, String channel, Instant now) {
    return new AnnouncementWriter(edition, channel, now, true).write(0);
  }

  private Announcement write(int least) {
    List<Announcement.Message> messages = new ArrayList<>();
    messages.add(message(0, text(), blocks()));
    for (Reply reply : Reply.of(details())) {
      messages.add(message(messages.size(), reply.text(), reply.blocks()));
    }
    while (messages.size() < least) {
      List<LayoutBlock> blocks = List.of(MessageBody.section(wording.empty()));
      messages.add(message(messages.size(), wording.empty(), blocks));
    }
    return new Announcement(edition.number(), channel, List.copyOf(messages));
  }

  private List<Wording.Part> details() {
    Optional<ZonedDateTime> held =
        next.callAppointment().filter(call -> !call.isCancelled()).map(Appointment::at);
    return wording.details(next, held);
  }

  private Announcement.Message message(int part, String text, List<LayoutBlock> blocks) {
    if (!edition.research().leaks(text).isEmpty()) {
      throw new ProblemException(
          "the announcement would show "
              + edition.research().leaks(text).get(0).kind().noun()
              + ", so it is not sent",
          "Hold what it speaks of, and report this: a check should have found it earlier.");
    }
    String id = id(part);
    String body = MessageBody.of(channel, text, blocks, id);
    List<String> excess = SlackLimits.exceeded(body);
    if (!excess.isEmpty()) {
      throw new ProblemException(
          "Slack would refuse the announcement: " + excess.get(0),
          "Report this: Fortnight should have shortened it.");
    }
    return new Announcement.Message(id, text, body);
  }

  private String id(int part) {
    Programme programme = edition.research().programme();
    String id = programme.id() + "/" + edition.number() + "/" + channel;
    String whole = isRehearsal ? id + "/" + REHEARSAL : id;
    return part == 0 ? whole : whole + "/" + part;
  }

  /** A complete summary: screen readers may read nothing else. */
  private String text() {
    List<String> sentences = new ArrayList<>();
    if (isRehearsal) {
      sentences.add(wording.rehearsal());
    }
    sentences.add(wording.learned());
    sentences.add(wording.title() + ": " + Mrkdwn.address(wording.address()));
    wording.nextCall(call).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  /** Where nothing was learned it is one line. */
  private List<LayoutBlock> blocks() {
    List<LayoutBlock> blocks = new ArrayList<>();
    String link = Mrkdwn.link(wording.address(), wording.title());
    Optional<String> sentence = wording.nextCall(call);
    if (!wording.isLearned()) {
      String line = wording.learned() + " " + link + ".";
      blocks.add(MessageBody.section(sentence.map(s -> line + " " + s).orElse(line)));
    } else {
      blocks.add(MessageBody.section(wording.learned() + "\n" + link));
      sentence.ifPresent(s -> blocks.add(context(s)));
    }
    if (isRehearsal) {
      blocks.add(context(wording.rehearsal()));
    }
    return List.copyOf(blocks);
  }

  private static ContextBlock context(String text) {
    return ContextBlock.builder().elements(List.of(MessageBody.markdown(text))).build();
  }
}
