package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Reminder;
import io.quarkus.mailer.Mailer;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of mail that a server does not take. */
class MailAnswersTest {

  private static final Reminder REMINDER =
      new Reminder("p/1", 1, "before-P2D", "mail:ada", "Subject", "Text");

  @Test
  void aServerThatIsNotThereIsAskedAgain() {
    assertThat(answer(new IllegalStateException(new ConnectException("mail.example.org refused"))))
        .isEqualTo(new Answer.Later(Duration.ofMinutes(5), "the mail server cannot be reached"));
  }

  /** Whatever the server said is not repeated, for it may be an address. */
  @Test
  void whatBreaksOffMayHaveArrived() {
    assertThat(answer(new IllegalStateException("ada@example.org: connection was closed")))
        .isEqualTo(new Answer.Unknown("the connection to the mail server broke off"));
  }

  private static Answer answer(RuntimeException failure) {
    Mailer mailer =
        mails -> {
          throw failure;
        };
    return new ReminderMail(mailer, "fortnight@example.org").to("ada@example.org").send(REMINDER);
  }
}
