package dev.fortnight.web;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Announcer.Sighting;
import dev.fortnight.announce.Messenger;
import dev.fortnight.announce.Reminder;
import dev.fortnight.cycle.ReminderWays;
import dev.fortnight.note.Sha256;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands reminders over to a mail server, {@code quarkus.mailer} says to which. */
@Singleton
final class ReminderMail implements ReminderWays.Mail {

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Mailer mailer;
  private final String from;

  @Inject
  ReminderMail(Mailer mailer, ServerConfig config) {
    this(mailer, config.mailFrom().orElse(""));
  }

  /**
   * @param from what it comes from
   */
  ReminderMail(Mailer mailer, String from) {
    this.mailer = mailer;
    this.from = from;
  }

  @Override
  public Messenger to(String address) {
    return new To(address);
  }

  private final class To implements Messenger {

    private final String address;

    To(String address) {
      this.address = address;
    }

    @Override
    public Answer send(Reminder reminder) {
      Mail mail =
          Mail.withText(address, reminder.subject(), reminder.text())
              .setFrom(from)
              // source: RFC 3834, so that nobody's absence is answered
              .addHeader("Auto-Submitted", "auto-generated")
              .addHeader("Message-ID", id(reminder));
      try {
        mailer.send(mail);
        return new Answer.Arrived(Optional.empty());
      } catch (RuntimeException e) {
        return answer(e);
      }
    }

    /** The same for each attempt, and made of nothing that is secret or personal. */
    private static String id(Reminder reminder) {
      String hash = Sha256.of(reminder.id().getBytes(StandardCharsets.UTF_8));
      return "<" + hash.substring(0, 32) + "@fortnight.invalid>";
    }

    /** Of what went wrong only the kind is kept: messages of mail servers repeat addresses. */
    private static Answer answer(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
          return new Answer.Later(PAUSE, "the mail server cannot be reached");
        }
        if (cause instanceof SMTPException smtp && smtp.isPermanent()) {
          return new Answer.Refused(
              "the mail server refuses it, with status " + smtp.getReplyCode(),
              "Check the addresses in FORTNIGHT_REMIND_TO, FORTNIGHT_MAIL_FROM and"
                  + " QUARKUS_MAILER_*.");
        }
        if (cause instanceof SMTPException smtp && smtp.isTransient()) {
          return new Answer.Later(
              PAUSE, "the mail server asks to wait, with status " + smtp.getReplyCode());
        }
      }
      return new Answer.Unknown("the connection to the mail server broke off");
    }

    @Override
    public Sighting find(Reminder reminder, Instant since) {
      return new Sighting.Blind("nobody can look into a mailbox");
    }
  }
}
