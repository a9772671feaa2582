package dev.fortnight.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class OutboxTest {

  private static final Instant NOW = Instant.parse("2026-11-13T14:30:00Z");

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private Database database;
  private Outbox outbox;
  private Path log;

  @BeforeEach
  void open() {
    database = kind.open(folder.resolve("data"));
    outbox = new Outbox(database, "research");
    log = folder.resolve("announcements.jsonl");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void editionIsAnnouncedOnce() throws IOException {
    assertThat(outbox.announce(of(1), new LogAnnouncer(log), NOW)).isTrue();
    assertThat(outbox.announce(of(1), new LogAnnouncer(log), NOW)).isFalse();
    assertThat(outbox.announce(of(2), new LogAnnouncer(log), NOW)).isTrue();

    assertThat(Files.readString(log)).isEqualTo("{\"edition\":1}\n{\"edition\":2}\n");
  }

  @Test
  void announcementThatArrivedBeforeTheProcessDiedIsNotSentAgain() throws IOException {
    Announcer diesAfterSending = new Interrupted(new LogAnnouncer(log), true);
    assertThatThrownBy(() -> outbox.announce(of(1), diesAfterSending, NOW))
        .isInstanceOf(ProblemException.class);

    outbox.announce(of(1), new LogAnnouncer(log), NOW);

    assertThat(Files.readString(log)).isEqualTo("{\"edition\":1}\n");
  }

  @Test
  void announcementThatDidNotArriveIsSentByTheNextRun() throws IOException {
    Announcer diesBeforeSending = new Interrupted(new LogAnnouncer(log), false);
    assertThatThrownBy(() -> outbox.announce(of(1), diesBeforeSending, NOW))
        .isInstanceOf(ProblemException.class);

    outbox.announce(of(1), new LogAnnouncer(log), NOW);

    assertThat(Files.readString(log)).isEqualTo("{\"edition\":1}\n");
  }

  @Test
  void lineThatWasCutOffIsWrittenAgainWhole() throws IOException {
    Files.writeString(log, "{\"edition\":1}\n{\"edit");
    Files.write(log, new byte[] {(byte) 0xe2, (byte) 0x80}, StandardOpenOption.APPEND);

    outbox.announce(of(2), new LogAnnouncer(log), NOW);

    assertThat(Files.readString(log)).isEqualTo("{\"edition\":1}\n{\"edition\":2}\n");
  }

  private static Announcement of(int edition) {
    return new Announcement(
        "research/" + edition + "/log", edition, "log", "{\"edition\":" + edition + "}");
  }

  /** Breaks off as a killed process would. */
  private record Interrupted(Announcer announcer, boolean afterSending) implements Announcer {

    @Override
    public String channel() {
      return announcer.channel();
    }

    @Override
    public boolean hasArrived(Announcement announcement) {
      return announcer.hasArrived(announcement);
    }

    @Override
    public void send(Announcement announcement) {
      if (afterSending) {
        announcer.send(announcement);
      }
      throw new ProblemException("broken off", "Try again.");
    }
  }
}
