package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookOutboxTest {

  private static final Announcement EDITION = Told.edition(1, "We learned", "Details");

  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private Database database;
  private Outbox outbox;
  private SlackStandIn slack;

  @BeforeEach
  void open() {
    database = TestDatabase.H2.open(folder);
    outbox = new Outbox(database, "research");
    slack = new SlackStandIn(clock);
  }

  @AfterEach
  void close() {
    slack.close();
    database.close();
  }

  @Test
  void editionIsToldOnceWithoutAThread() {
    assertThat(announce(slack.webhook())).isTrue();
    assertThat(announce(slack.webhook())).isFalse();

    assertThat(slack.shown()).isEqualTo("We learned\n");
    assertThat(slack.messages().get(0).has("channel")).isFalse();
  }

  @Test
  void personDecidesWhatTheWebhookCannotSee() {
    slack.next(Conduct.ACCEPTS_AND_HANGS_UP);
    problem(slack.webhook());
    clock.pass(Duration.ofMinutes(1));

    assertThat(problem(slack.webhook()).getMessage())
        .isEqualTo(
            "edition 1 may have been announced, or not: a webhook cannot look into its channel");
    clock.pass(Duration.ofDays(1));
    problem(slack.webhook());
    assertThat(slack.shown()).isEqualTo("We learned\n");

    outbox.resolve(1, SlackStandIn.CHANNEL, Outbox.Verdict.POSTED, Told.TREE, clock);
    announce(slack.webhook());
    assertThat(slack.shown()).isEqualTo("We learned\n");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_payload, Report this",
    "action_prohibited, Ask the workspace's administrator",
    "channel_not_found, Check announce.slack.channel",
    "no_service, Set FORTNIGHT_SLACK_WEBHOOK",
    "channel_is_archived, Take the channel out of the archive"
  })
  void whatItRefusesIsToldWithItsRemedy(String error, String remedy) {
    slack.fail("webhook", error);

    ProblemException problem = problem(slack.webhook());

    assertThat(problem.getMessage()).isEqualTo("edition 1 is not announced: Slack says " + error);
    assertThat(problem.remedy()).startsWith(remedy);
  }

  @Test
  void pauseThatSlackAsksForIsKept() {
    slack.next(Conduct.LIMITS);

    assertThat(problem(slack.webhook()).getMessage())
        .isEqualTo("edition 1 is not announced yet: Slack asks to wait");
    clock.pass(Duration.ofSeconds(30));
    assertThat(announce(slack.webhook())).isTrue();
  }

  @Test
  void personCorrectsWhatAWebhookCannot() {
    announce(slack.webhook());
    Announcement less = Told.edition(1, "We learned less");

    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> announce(less, Told.OTHER_TREE, slack.webhook()));

    assertThat(problem.advice())
        .isEqualTo(
            "the announcement of edition 1 may still say what was taken back, and Fortnight cannot"
                + " change it. Delete it in the channel, or correct it. Then run 'fortnight"
                + " announce --resolve posted --edition 1'.");
    outbox.resolve(1, SlackStandIn.CHANNEL, Outbox.Verdict.POSTED, Told.OTHER_TREE, clock);
    announce(less, Told.OTHER_TREE, slack.webhook());
    assertThat(slack.shown()).isEqualTo("We learned\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hooks.example.org/s3cret", "s3cret", "https://[s3cret"})
  void addressThatIsNoneIsNotRepeated(String address) {
    ProblemException problem = problem(new Secret(address));

    assertThat(problem.advice())
        .isEqualTo(
            "edition 1 is not announced: FORTNIGHT_SLACK_WEBHOOK is not an address that begins"
                + " with https://. Copy it again from the app's page 'Incoming Webhooks'. Then run"
                + " 'fortnight announce'.");
  }

  private boolean announce(Secret address) {
    return announce(EDITION, Told.TREE, address);
  }

  private boolean announce(Announcement announcement, String tree, Secret address) {
    return outbox.announce(
        announcement,
        tree,
        new WebhookAnnouncer(SlackStandIn.CHANNEL, address, Duration.ofSeconds(1)),
        clock.instant(),
        clock,
        Outbox.Asked.BY_THE_CYCLE);
  }

  private ProblemException problem(Secret address) {
    return catchThrowableOfType(ProblemException.class, () -> announce(address));
  }
}
