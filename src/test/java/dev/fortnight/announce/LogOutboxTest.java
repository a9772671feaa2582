package dev.fortnight.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.announce.Outbox.Asked;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class LogOutboxTest {

  private static final String TREE = "1".repeat(64);
  private static final String OTHER_TREE = "2".repeat(64);

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
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
    assertThat(announce(1, new LogAnnouncer(log))).isTrue();
    assertThat(announce(1, new LogAnnouncer(log))).isFalse();
    assertThat(announce(2, new LogAnnouncer(log))).isTrue();

    assertThat(Files.readString(log)).isEqualTo(line(1) + line(2));
  }

  @Test
  void announcementThatArrivedBeforeTheProcessDiedIsNotSentAgain() throws IOException {
    assertThatThrownBy(() -> announce(1, new Dying(new LogAnnouncer(log), true)))
        .isInstanceOf(Died.class);
    clock.pass(Duration.ofMinutes(2));

    assertThat(announce(1, new LogAnnouncer(log))).isFalse();

    assertThat(Files.readString(log)).isEqualTo(line(1));
  }

  @Test
  void announcementThatDidNotArriveIsSentOnceTheOtherProcessMustBeGone() throws IOException {
    assertThatThrownBy(() -> announce(1, new Dying(new LogAnnouncer(log), false)))
        .isInstanceOf(Died.class);

    clock.pass(Duration.ofSeconds(119));
    assertThatThrownBy(() -> announce(1, new LogAnnouncer(log)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("edition 1 is being announced, or was when Fortnight was stopped");
    clock.pass(Duration.ofSeconds(1));
    assertThat(announce(1, new LogAnnouncer(log))).isTrue();

    assertThat(Files.readString(log)).isEqualTo(line(1));
  }

  @Test
  void clockThatWasSetBackHoldsNothingUp() throws IOException {
    assertThatThrownBy(() -> announce(1, new Dying(new LogAnnouncer(log), false)))
        .isInstanceOf(Died.class);
    clock.pass(Duration.ofDays(-1));

    assertThat(announce(1, new LogAnnouncer(log))).isTrue();
  }

  @Test
  void machineThatSleptSinceItClaimedAMessageDoesNotSendIt() throws IOException {
    SetClock sleeping =
        new SetClock("2026-11-13T14:30:00Z") {
          private int asked;

          @Override
          public Instant instant() {
            if (++asked == 5) {
              pass(Duration.ofHours(8));
            }
            return super.instant();
          }
        };

    assertThatThrownBy(
            () ->
                outbox.announce(
                    of(1),
                    TREE,
                    new LogAnnouncer(log),
                    clock.instant(),
                    sleeping,
                    Asked.BY_THE_CYCLE))
        .isInstanceOf(ProblemException.class)
        .hasMessage("edition 1 is not announced yet: this machine slept for a while");
    assertThat(log).doesNotExist();
  }

  @Test
  void lineThatWasCutOffIsWrittenAgainWhole() throws IOException {
    Files.writeString(log, line(1) + "{\"edit");
    Files.write(log, new byte[] {(byte) 0xe2, (byte) 0x80}, StandardOpenOption.APPEND);

    announce(2, new LogAnnouncer(log));

    assertThat(Files.readString(log)).isEqualTo(line(1) + line(2));
  }

  @Test
  void whatWasTakenBackIsTakenOutOfTheFile() throws IOException {
    announce(1, new LogAnnouncer(log));
    announce(2, new LogAnnouncer(log));
    Announcement less =
        new Announcement(
            1,
            "log",
            List.of(new Announcement.Message("research/1/log", "", line(1).strip() + " ")));

    outbox.announce(
        less, OTHER_TREE, new LogAnnouncer(log), clock.instant(), clock, Asked.BY_THE_CYCLE);

    assertThat(Files.readString(log)).isEqualTo(line(1).strip() + " \n" + line(2));
    assertThat(outbox.outdated("log", number -> Optional.of(TREE))).containsExactly(1);
  }

  @Test
  void fileThatCannotBeWrittenIsTold() throws IOException {
    Files.createDirectories(log);

    assertThatThrownBy(() -> announce(1, new LogAnnouncer(log)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "edition 1 is not announced yet: the file "
                + log
                + " cannot be read and written; check its permissions");
  }

  private boolean announce(int edition, Announcer announcer) {
    return outbox.announce(
        of(edition), TREE, announcer, clock.instant(), clock, Asked.BY_THE_CYCLE);
  }

  private static Announcement of(int edition) {
    return new Announcement(
        edition,
        "log",
        List.of(
            new Announcement.Message("research/" + edition + "/log", "", line(edition).strip())));
  }

  private static String line(int edition) {
    return "{\"metadata\":{\"event_payload\":{\"id\":\"research/" + edition + "/log\"}}}\n";
  }

  private static final class Died extends Error {}

  /** Breaks off as a killed process would. */
  private record Dying(Announcer announcer, boolean afterSending) implements Announcer {

    @Override
    public String channel() {
      return announcer.channel();
    }

    @Override
    public boolean hasThreads() {
      return announcer.hasThreads();
    }

    @Override
    public Answer send(Announcement.Message message, Optional<String> below) {
      if (afterSending) {
        announcer.send(message, below);
      }
      throw new Died();
    }

    @Override
    public Answer replace(Announcement.Message message, String place) {
      return announcer.replace(message, place);
    }

    @Override
    public Sighting find(Announcement.Message message, Optional<String> below, Instant since) {
      return announcer.find(message, below, since);
    }
  }
}
