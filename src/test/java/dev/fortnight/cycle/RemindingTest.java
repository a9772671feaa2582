package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Announcer.Sighting;
import dev.fortnight.announce.Messenger;
import dev.fortnight.announce.Reminder;
import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.edition.Review;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The review is on Friday 13 November at 14:00, the deadline 48 hours later. */
@OnBothDatabases
class RemindingTest {

  private static final String POLICY =
      "undo: PT0S, owners: [ada, ben], deputies: [{login: cy, from: 2026-11-01, to: 2026-11-30}],"
          + " remind: [P2D, PT4H], escalate: [{after: PT4H, to: deputies}, {after: P1D, to: owners}]";
  private static final String ADDRESSES =
      "ada=ada@example.org, ben=ben@example.org, cy=cy@example.org";

  @Parameter TestDatabase kind;

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T13:59:59Z");
  private final PostBox post = new PostBox();
  private SmallProgramme programme;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = kind.open(temp.resolve("data"));
    programme.review(POLICY);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachMomentRemindsEachRecipientOnce() {
    remind();
    assertThat(post.taken()).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    remind();
    remind();
    assertThat(post.taken())
        .containsExactly(
            "ada@example.org: Shared software: the review of sprint 1 waits | Shared software,"
                + " sprint 1: 4 of 4 changed items are not decided yet, and the edition can be"
                + " signed off until Sunday 15 November 2026 at 14:00 (Europe/London). | Go on with"
                + " what is next: https://review.example/review/next",
            "ben@example.org: Shared software: the review of sprint 1 waits | Shared software,"
                + " sprint 1: 4 of 4 changed items are not decided yet, and the edition can be"
                + " signed off until Sunday 15 November 2026 at 14:00 (Europe/London). | Go on with"
                + " what is next: https://review.example/review/next");

    clock.pass(Duration.ofHours(44));
    remind();
    assertThat(post.recipients()).containsExactly("ada@example.org", "ben@example.org");
  }

  @Test
  void afterTheDeadlineItEscalatesAndNothingIsPublished() {
    decide(3);
    at("2026-11-15T14:00:00Z");
    remind();
    assertThat(post.taken()).as("before has passed, after has not come").isEmpty();

    at("2026-11-15T18:00:00Z");
    remind();
    assertThat(post.taken())
        .containsExactly(
            "cy@example.org: Shared software: the review of sprint 1 waits | Shared software, sprint"
                + " 1: 1 of 4 changed items is not decided yet, and the edition was not signed off"
                + " by Sunday 15 November 2026 at 14:00 (Europe/London), so nothing was published."
                + " | Go on with what is next: https://review.example/review/next");

    at("2026-11-16T14:00:00Z");
    remind();
    remind();
    assertThat(post.recipients())
        .as("in the next sprint, of the one before")
        .containsExactly("ada@example.org", "ben@example.org");
    assertThat(cycle().newestEdition()).isEmpty();
  }

  @Test
  void aMachineThatSleptRemindsOnceAndOfTheLastMoment() {
    at("2026-11-15T13:00:00Z");
    remind();
    remind();

    assertThat(post.sent)
        .extracting(Reminder::moment)
        .containsExactly("before-PT4H", "before-PT4H");
  }

  @Test
  void whereEverythingIsDecidedAndNobodySignedTheSignOffWaits() {
    clock.pass(Duration.ofSeconds(1));
    decide(4);
    remind();
    assertThat(post.taken().get(0))
        .isEqualTo(
            "ada@example.org: Shared software: the review of sprint 1 waits | Shared software,"
                + " sprint 1: everything that changed is decided and waits to be signed off, and"
                + " the edition can be signed off until Sunday 15 November 2026 at 14:00"
                + " (Europe/London). | Go on with what is next: https://review.example/review/next");

    at("2026-11-16T14:00:00Z");
    remind();
    assertThat(post.taken())
        .as("in the next sprint, of the one before")
        .hasSize(3)
        .first()
        .asString()
        .contains("was not signed off by Sunday 15 November 2026 at 14:00");
  }

  @Test
  void nobodyIsRemindedOfWhatIsSignedOff() {
    decide(4);
    Cycle cycle = cycle();
    cycle.signOff(cycle.review().decided(), "Ada");
    clock.pass(Duration.ofSeconds(1));
    remind();
    at("2026-11-15T18:00:00Z");
    remind();
    assertThat(post.taken()).isEmpty();
  }

  @Test
  void anEditionThatIsSignedOffEndsItEvenIfSomethingChangedSince() throws Exception {
    clock.pass(Duration.ofSeconds(1));
    decide(4);
    Cycle cycle = cycle();
    cycle.signOff(cycle.review().decided(), "Ada");
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding("Nobody answers"));

    remind();
    assertThat(post.taken()).isEmpty();
  }

  @Test
  void aFortnightThatIsNewHasMissedNothing() {
    at("2026-11-16T14:00:00Z");
    remind();

    assertThat(post.taken()).isEmpty();
  }

  @Test
  void whatMayHaveArrivedIsNotSentAgain() {
    clock.pass(Duration.ofSeconds(1));
    post.answers.add(new Answer.Unknown("the connection to the mail server broke off"));
    assertThatThrownBy(this::remind)
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "it is not known yet whether a reminder arrived: the connection to the mail server"
                + " broke off");
    assertThat(post.recipients()).as("the others get theirs").hasSize(2);

    clock.pass(Duration.ofMinutes(2));
    assertThatThrownBy(this::remind)
        .hasMessage("a reminder may have arrived, or not: nobody can look into a mailbox");
    assertThat(post.taken()).isEmpty();

    at("2026-11-15T10:00:00Z");
    remind();
    assertThat(post.recipients()).as("at the next moment").hasSize(2);
  }

  @Test
  void whatHasToWaitWaitsStored() {
    clock.pass(Duration.ofSeconds(1));
    post.answers.add(new Answer.Later(Duration.ofMinutes(5), "the mail server asks to wait"));
    assertThatThrownBy(this::remind)
        .hasMessage("a reminder is not sent yet: the mail server asks to wait");
    assertThat(post.recipients()).hasSize(2);

    clock.pass(Duration.ofMinutes(4));
    assertThatThrownBy(this::remind).isInstanceOf(ProblemException.class);
    assertThat(post.taken()).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    remind();
    assertThat(post.recipients()).containsExactly("ada@example.org");
  }

  /** Killed after the mail server took it and before that was stored. */
  @Test
  void aProcessThatEndedInTheMiddleSendsNothingTwice() {
    clock.pass(Duration.ofSeconds(1));
    post.dies = true;
    assertThatThrownBy(this::remind).isInstanceOf(IllegalStateException.class);
    post.dies = false;
    assertThat(post.recipients()).containsExactly("ada@example.org");

    remind();
    assertThat(post.recipients()).containsExactly("ben@example.org");
    clock.pass(Duration.ofMinutes(3));
    assertThatThrownBy(this::remind)
        .hasMessage("a reminder may have arrived, or not: nobody can look into a mailbox");
    assertThat(post.taken()).isEmpty();
  }

  @Test
  void aSlackChannelOfTheirOwnIsToldOnceThroughATimeOut() throws Exception {
    try (SlackStandIn slack = new SlackStandIn(clock)) {
      programme.review(POLICY + ", channel: C0123456789");
      Path file = programme.folder().resolve("research/programme.yml");
      Files.writeString(
          file,
          Files.readString(file)
              + "announce: {slack: {channel: C0000000001, api: \""
              + slack.api()
              + "\"}}\n");
      clock.pass(Duration.ofSeconds(1));
      slack.next(Conduct.HANGS_UP);
      assertThatThrownBy(() -> remind(slack()))
          .hasMessage(
              "it is not known yet whether a reminder arrived: the connection to Slack broke off");
      clock.pass(Duration.ofMinutes(2));
      remind(slack());
      remind(slack());

      assertThat(slack.messages())
          .extracting(message -> message.path("text").asText())
          .containsExactly(
              "Shared software, sprint 1: 4 of 4 changed items are not decided yet, and the edition"
                  + " can be signed off until Sunday 15 November 2026 at 14:00 (Europe/London).\n"
                  + "Go on with what is next: <https://review.example/review/next"
                  + "|https://review.example/review/next>");
    }
  }

  @Test
  void addressesAreNotRepeated() {
    assertThat(ReminderAddresses.of(Optional.of(ADDRESSES))).hasToString("3 addresses");
    for (String wrong :
        List.of("ada", "ada=x", "ada=a@example.org\nBcc: b@example.org", "=a@b.org")) {
      assertThatThrownBy(() -> ReminderAddresses.of(Optional.of("cy=c@example.org," + wrong)))
          .as(wrong)
          .isInstanceOf(ProblemException.class)
          .hasMessage("FORTNIGHT_REMIND_TO: entry 2 is not a login and an e-mail address");
    }
  }

  private void at(String moment) {
    clock.pass(Duration.between(clock.instant(), Instant.parse(moment)));
  }

  private void remind() {
    remind(SlackSecrets.NONE);
  }

  private static SlackSecrets slack() {
    return new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty());
  }

  private void remind(SlackSecrets secrets) {
    cycle().reminding(places(secrets), database, clock).remind();
  }

  private Cycle cycle() {
    return Cycle.of(places(SlackSecrets.NONE), Register.EMPTY, database, clock);
  }

  private Places places(SlackSecrets secrets) {
    return Places.of(programme.folder(), temp.resolve("data"), Optional.empty())
        .with(secrets)
        .with(
            new ReminderWays(
                Optional.of(URI.create("https://review.example/")),
                ReminderAddresses.of(
                    secrets.equals(SlackSecrets.NONE) ? Optional.of(ADDRESSES) : Optional.empty()),
                Optional.of(post)));
  }

  private void decide(int items) {
    Cycle cycle = cycle();
    Set<String> some =
        cycle.review().open().stream()
            .limit(items)
            .map(Review.Entry::key)
            .collect(Collectors.toSet());
    cycle.approve(cycle.review(), some, "Ada");
  }

  /** Takes mail as a server does, and answers as it is told to. */
  private static final class PostBox implements ReminderWays.Mail {

    private final List<Reminder> sent = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private boolean dies;

    @Override
    public Messenger to(String address) {
      return new Messenger() {
        @Override
        public Answer send(Reminder reminder) {
          sent.add(reminder);
          addresses.add(address);
          if (dies) {
            throw new IllegalStateException("killed");
          }
          return answers.isEmpty() ? new Answer.Arrived(Optional.empty()) : answers.poll();
        }

        @Override
        public Sighting find(Reminder reminder, Instant since) {
          return new Sighting.Blind("nobody can look into a mailbox");
        }
      };
    }

    List<String> recipients() {
      List<String> taken = List.copyOf(addresses);
      addresses.clear();
      sent.clear();
      return taken;
    }

    List<String> taken() {
      List<String> taken = new ArrayList<>();
      for (int i = 0; i < sent.size(); i++) {
        taken.add(
            addresses.get(i)
                + ": "
                + sent.get(i).subject()
                + " | "
                + sent.get(i).text().replace("\n", " | "));
      }
      recipients();
      return taken;
    }
  }
}
