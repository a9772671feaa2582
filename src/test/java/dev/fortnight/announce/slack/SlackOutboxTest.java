package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.Outbox.Asked;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@OnBothDatabases
class SlackOutboxTest {

  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Announcement EDITION = Told.edition(1, "We learned", "Details", "More");

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private Database database;
  private Outbox outbox;
  private SlackStandIn slack;

  @BeforeEach
  void open() {
    database = kind.open(folder);
    outbox = new Outbox(database, "research");
    slack = new SlackStandIn(clock);
  }

  @AfterEach
  void close() {
    slack.close();
    database.close();
  }

  @Test
  void editionIsToldOnceWithItsDetailsBelow() {
    assertThat(announce(EDITION)).isTrue();
    assertThat(announce(EDITION)).isFalse();

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
    assertThat(slack.messages())
        .allSatisfy(
            message -> {
              assertThat(message.path("unfurl_links").asBoolean(true)).isFalse();
              assertThat(message.path("unfurl_media").asBoolean(true)).isFalse();
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Conduct.class,
      names = {"ACCEPTS_.*", "KEEPS_SILENT", "HANGS_UP", "ANSWERS_.*"},
      mode = EnumSource.Mode.MATCH_ANY)
  void whatMayHaveArrivedIsLookedForBeforeItIsSentAgain(Conduct conduct) {
    slack.next(Conduct.ANSWERS, conduct);

    assertThat(problem(EDITION).getMessage())
        .startsWith("it is not known yet whether edition 1 was announced: ");
    assertThat(problem(EDITION).remedy())
        .isEqualTo(
            "Nothing needs doing: Fortnight looks whether it arrived after 14:31:00 UTC on 13"
                + " November.");
    assertThat(slack.calls()).containsExactly("conversations.history", "chat.postMessage");

    clock.pass(Duration.ofMinutes(1));
    announce(EDITION);

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  @Test
  void replyThatMayHaveArrivedIsLookedForInItsThread() {
    slack.next(Conduct.ANSWERS, Conduct.ANSWERS, Conduct.ANSWERS, Conduct.ACCEPTS_AND_HANGS_UP);
    problem(EDITION);
    clock.pass(Duration.ofMinutes(1));

    announce(EDITION);

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  @Test
  void pauseThatSlackAsksForIsStoredAndKept() {
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);

    ProblemException problem = problem(EDITION);
    assertThat(problem.advice())
        .isEqualTo(
            "edition 1 is not announced yet: Slack asks to wait. Nothing needs doing: Fortnight"
                + " tries again after 14:30:30 UTC on 13 November.");
    clock.pass(Duration.ofSeconds(29));
    assertThat(problem(EDITION).getMessage()).isEqualTo(problem.getMessage());
    assertThat(slack.calls()).hasSize(2);

    clock.pass(Duration.ofSeconds(1));
    assertThat(announce(EDITION)).isTrue();
    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 7", "'', 60", "soon, 60", "-4, 60", "9999999, 86400"})
  void pauseIsWhatSlackSaysAsFarAsItMakesSense(String header, long seconds) {
    slack.retryAfter(header);
    slack.next(Conduct.LIMITS);

    assertThat(slackAnnouncer().send(EDITION.messages().get(0), Optional.empty()))
        .isEqualTo(new Announcer.Answer.Later(Duration.ofSeconds(seconds), "Slack asks to wait"));
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, Invite the app",
    "channel_not_found, Check announce.slack.channel",
    "invalid_auth, Set FORTNIGHT_SLACK_TOKEN",
    "token_revoked, Set FORTNIGHT_SLACK_TOKEN",
    "account_inactive, Set FORTNIGHT_SLACK_TOKEN",
    "is_archived, Take the channel out of the archive",
    "invalid_blocks, Report this",
    "missing_scope, Give the app the scopes",
    "something_new, See docs.slack.dev"
  })
  void whatSlackRefusesIsToldWithItsRemedyAndNotTriedAgainUntilSomebodyAsks(
      String error, String remedy) {
    slack.fail("chat.postMessage", error);

    ProblemException problem = problem(EDITION);
    assertThat(problem.getMessage()).isEqualTo("edition 1 is not announced: Slack says " + error);
    assertThat(problem.remedy()).startsWith(remedy).endsWith(" Then run 'fortnight announce'.");
    clock.pass(Duration.ofDays(1));
    problem(EDITION);
    assertThat(slack.calls()).containsExactly("conversations.history", "chat.postMessage");

    slack.fail("chat.postMessage", "");
    assertThat(announce(EDITION, Asked.BY_A_PERSON)).isTrue();
    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Conduct.class,
      names = {"LIMITS", "ACCEPTS_AND_HANGS_UP", "HANGS_UP"})
  void editionIsNotBegunWhileAnOlderOneGoesOnByItself(Conduct conduct) {
    Announcement next = Told.edition(2, "We learned more");
    slack.next(Conduct.ANSWERS, conduct);
    problem(EDITION);
    List<String> calls = slack.calls();

    assertThat(problem(next).getMessage())
        .isEqualTo("edition 2 is not announced yet: edition 1 comes first");
    assertThat(problem(next).remedy())
        .startsWith("Nothing needs doing: Fortnight goes on with that one after 14:3");
    assertThat(slack.calls()).isEqualTo(calls);
    assertThat(outbox.begun(2, SlackStandIn.CHANNEL)).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    announce(EDITION);
    announce(next);
    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\nWe learned more\n");
  }

  @Test
  void editionThatWaitsForAPersonKeepsNoOtherBack() {
    slack.fail("chat.postMessage", "invalid_blocks");
    problem(EDITION);
    slack.fail("chat.postMessage", "");

    assertThat(announce(Told.edition(2, "We learned more"))).isTrue();

    assertThat(slack.shown()).isEqualTo("We learned more\n");
  }

  @Test
  void editionWhoseDetailsAreOnTheirWayKeepsNoOtherBack() {
    slack.next(Conduct.ANSWERS, Conduct.ANSWERS, Conduct.ANSWERS, Conduct.LIMITS);
    problem(EDITION);

    assertThat(announce(Told.edition(2, "We learned more"))).isTrue();

    assertThat(slack.shown()).isEqualTo("We learned\nWe learned more\n");
  }

  @ParameterizedTest
  @CsvSource({"POSTED, 0", "NOT_POSTED, 1"})
  void personDecidesWhereTheChannelCannotBeRead(Outbox.Verdict verdict, int posts) {
    slack.fail("conversations.history", "missing_scope");
    slack.next(Conduct.ANSWERS, Conduct.HANGS_UP);
    problem(EDITION);
    clock.pass(Duration.ofMinutes(1));

    assertThat(problem(EDITION).advice())
        .isEqualTo(
            "edition 1 may have been announced, or not: Slack does not let Fortnight read the"
                + " channel (missing_scope). Look into the channel. Where it stands there, run"
                + " 'fortnight announce --resolve posted'; where it does not, 'fortnight announce"
                + " --resolve not-posted'.");
    assertThat(outbox.resolve(1, SlackStandIn.CHANNEL, verdict, Told.TREE, clock)).isOne();
    announce(EDITION);

    assertThat(slack.messages().stream().filter(message -> !message.has("thread_ts")))
        .hasSize(posts);
    assertThat(outbox.resolve(1, SlackStandIn.CHANNEL, verdict, Told.TREE, clock)).isZero();
  }

  @Test
  void scopeThatWasGivenSinceDecidesInsteadOfAPerson() {
    slack.fail("conversations.history", "missing_scope");
    slack.next(Conduct.ANSWERS, Conduct.ACCEPTS_AND_HANGS_UP);
    problem(EDITION);
    clock.pass(Duration.ofMinutes(1));
    problem(EDITION);
    slack.fail("conversations.history", "");

    announce(EDITION, Asked.BY_A_PERSON);

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  @Test
  void fatalErrorMayHaveSucceededToo() {
    slack.fail("chat.postMessage", "fatal_error");

    assertThat(problem(EDITION).getMessage())
        .isEqualTo("it is not known yet whether edition 1 was announced: Slack says fatal_error");
  }

  @Test
  void announcementThatIsWholeDoesNotGrowWithANewerFortnight() {
    announce(EDITION);

    announce(Told.edition(1, "We learned", "Details", "More", "And more"));

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
    assertThat(outbox.pending(SlackStandIn.CHANNEL, 1)).isEmpty();
    assertThat(outbox.pending(SlackStandIn.CHANNEL, 3)).containsExactly(2, 3);
  }

  @Test
  void databaseFromABackupDoesNotTellTwice() {
    announce(EDITION);
    Outbox restored = new Outbox(database, "restored");
    Announcement less = Told.edition(1, "We learned less", "Details", "More");
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);
    catchThrowableOfType(ProblemException.class, () -> announceAgain(restored, less));
    assertThat(restored.outdated(SlackStandIn.CHANNEL, any -> Optional.of(Told.TREE)))
        .containsExactly(1);
    clock.pass(Duration.ofMinutes(1));

    announceAgain(restored, less);

    assertThat(slack.shown()).isEqualTo("We learned less\n  Details\n  More\n");
  }

  private void announceAgain(Outbox restored, Announcement announcement) {
    restored.announce(
        announcement, Told.TREE, slackAnnouncer(), clock.instant(), clock, Asked.BY_THE_CYCLE);
  }

  @Test
  void ofManyWhoAnnounceAtOnceOnlyOneDoes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Callable<Void>> all = Collections.nCopies(6, this::announceOrNot);
    for (var done : threads.invokeAll(all)) {
      done.get();
    }
    threads.shutdown();
    clock.pass(Duration.ofMinutes(3));
    announce(EDITION);

    assertThat(slack.shown()).isEqualTo("We learned\n  Details\n  More\n");
  }

  private Void announceOrNot() {
    try {
      announce(EDITION);
    } catch (ProblemException e) {
      assertThat(e).hasMessageContaining("is being announced");
    }
    return null;
  }

  @Test
  void whatWasTakenBackIsReplacedAndSaidOnlyOnce() {
    announce(EDITION);
    Announcement less = Told.edition(1, "We learned less", "Details", "Withdrawn");

    slack.next(Conduct.LIMITS);
    assertThat(problem(less, Told.OTHER_TREE).getMessage())
        .isEqualTo(
            "the announcement of edition 1 still says what was taken back, and is not corrected"
                + " yet: Slack asks to wait");
    clock.pass(Duration.ofMinutes(1));
    announce(less, Told.OTHER_TREE);
    int calls = slack.calls().size();
    announce(less, Told.OTHER_TREE);

    assertThat(slack.shown()).isEqualTo("We learned less\n  Details\n  Withdrawn\n");
    assertThat(slack.calls()).hasSize(calls);
    assertThat(outbox.outdated(SlackStandIn.CHANNEL, any -> Optional.of(Told.TREE)))
        .containsExactly(1);
  }

  @Test
  void correctionThatSlackRefusesIsToldWithItsRemedyUntilSomebodyAsks() {
    announce(EDITION);
    Announcement less = Told.edition(1, "We learned less", "Details", "More");
    slack.fail("chat.update", "edit_window_closed");

    String advice =
        "the announcement of edition 1 still says what was taken back, and is not corrected yet:"
            + " Slack says edit_window_closed. Correct or delete the message in Slack by hand. Then"
            + " run 'fortnight announce', or, where you corrected it by hand, 'fortnight announce"
            + " --resolve posted --edition 1'.";
    assertThat(problem(less, Told.OTHER_TREE).advice()).isEqualTo(advice);
    assertThat(problem(less, Told.OTHER_TREE).advice()).isEqualTo(advice);
    assertThat(slack.calls()).containsOnlyOnce("chat.update");

    slack.fail("chat.update", "");
    announce(less, Told.OTHER_TREE, Asked.BY_A_PERSON);
    assertThat(slack.shown()).isEqualTo("We learned less\n  Details\n  More\n");
  }

  @Test
  void personMayCorrectByHandWhatSlackDoesNotLetFortnightCorrect() {
    announce(EDITION);
    Announcement less = Told.edition(1, "We learned less");
    slack.fail("chat.update", "cant_update_message");
    problem(less, Told.OTHER_TREE);

    assertThat(
            outbox.resolve(1, SlackStandIn.CHANNEL, Outbox.Verdict.POSTED, Told.OTHER_TREE, clock))
        .isOne();
    announce(less, Told.OTHER_TREE);

    assertThat(slack.calls()).containsOnlyOnce("chat.update");
  }

  @Test
  void messageThatSomebodyDeletedNeedsNoCorrection() {
    announce(EDITION);
    slack.deleteEverything();

    announce(Told.edition(1, "We learned less", "Details", "Withdrawn"), Told.OTHER_TREE);

    assertThat(slack.shown()).isEmpty();
  }

  @Test
  void neitherTokenNorAnswerIsRepeated() {
    slack.fail("chat.postMessage", "No such <token> " + SlackStandIn.TOKEN.reveal());

    assertThat(problem(EDITION).advice())
        .startsWith("edition 1 is not announced: Slack says an error without a name. ")
        .doesNotContain("xoxb");
  }

  @Test
  void tokenGoesToSlackAlone() {
    Programme.Slack elsewhere =
        new Programme.Slack(SlackStandIn.CHANNEL, URI.create("https://slack.com.example.org/api/"));
    Announcer announcer = new SlackAnnouncer(elsewhere, SlackStandIn.TOKEN, PATIENCE);

    assertThat(announcer.send(EDITION.messages().get(0), Optional.empty()))
        .isEqualTo(
            new Announcer.Answer.Refused(
                "announce.slack.api is not an address of Slack's",
                "Take it out of programme.yml, or set it to https://slack.com/api/."));
  }

  @Test
  void slackThatCannotBeReachedIsTriedAgainWithoutALook() {
    slack.close();

    assertThat(problem(EDITION).getMessage())
        .isEqualTo("edition 1 is not announced yet: Slack cannot be asked");
  }

  private boolean announce(Announcement announcement) {
    return announce(announcement, Told.TREE);
  }

  private boolean announce(Announcement announcement, String tree) {
    return announce(announcement, tree, Asked.BY_THE_CYCLE);
  }

  private boolean announce(Announcement announcement, Asked asked) {
    return announce(announcement, Told.TREE, asked);
  }

  private boolean announce(Announcement announcement, String tree, Asked asked) {
    return outbox.announce(announcement, tree, slackAnnouncer(), clock.instant(), clock, asked);
  }

  private SlackAnnouncer slackAnnouncer() {
    return new SlackAnnouncer(slack.channel(), SlackStandIn.TOKEN, PATIENCE);
  }

  private ProblemException problem(Announcement announcement) {
    return problem(announcement, Told.TREE);
  }

  private ProblemException problem(Announcement announcement, String tree) {
    return catchThrowableOfType(ProblemException.class, () -> announce(announcement, tree));
  }
}
