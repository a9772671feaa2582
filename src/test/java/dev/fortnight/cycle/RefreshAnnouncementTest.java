package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.privacy.Register;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class RefreshAnnouncementTest {

  @Parameter TestDatabase kind;

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private SmallProgramme programme;
  private Database database;
  private SlackStandIn slack;
  private Refresh refresh;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = kind.open(temp.resolve("data"));
    slack = new SlackStandIn(clock);
    programme.describe("announce: {slack: {channel: C0123456789, api: \"" + slack.api() + "\"}}\n");
    refresh = refresh(secrets());
  }

  private static SlackSecrets secrets() {
    return new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty());
  }

  private Places places(SlackSecrets secrets) {
    return Places.of(programme.folder(), temp.resolve("data"), Optional.empty()).with(secrets);
  }

  private Refresh refresh(SlackSecrets secrets) {
    return new Refresh(
        places(secrets), Register.EMPTY, database, clock, clock, (state, took) -> {});
  }

  @AfterEach
  void close() throws Exception {
    refresh.close();
    slack.close();
    database.close();
  }

  @Test
  void editionIsToldOnceThroughRestarts() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    refresh.now();
    refresh.close();
    refresh = refresh(secrets());
    refresh.now();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(told()).containsExactly("We now think: “Somebody has to answer the phone”.");
    assertThat(slack.messages()).hasSize(2);
  }

  @Test
  void pauseIsAFailureThatSaysThatNothingNeedsDoingAndEndsByItself() {
    programme.signOff(database, clock);
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);
    refresh.now();
    assertThat(refresh.state().failures())
        .singleElement()
        .hasToString(
            "edition 1 is not announced yet: Slack asks to wait. Nothing needs doing: Fortnight"
                + " tries again after 14:30:30 UTC on 13 November.");
    assertThat(refresh.oldestUntold()).contains(clock.instant());

    clock.pass(Duration.ofSeconds(29));
    refresh.ifDue();
    assertThat(slack.messages()).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    refresh.ifDue();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(refresh.oldestUntold()).isEmpty();
    assertThat(slack.messages()).hasSize(2);
  }

  @Test
  void editionThatWasNotToldIsToldBeforeTheNextOne() throws Exception {
    programme.signOff(database, clock);
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);
    refresh.now();
    signOffLater("Nobody answers");

    refresh.now();

    assertThat(told())
        .containsExactly(
            "We now think: “Somebody has to answer the phone”.",
            "We now put it so: “Nobody answers”.");
  }

  @Test
  void editionsThatAreDueTogetherAreToldInTheirOrder() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    signOffLater("Nobody answers");
    signOffLater("Somebody answers");
    slack.next(Conduct.ANSWERS, Conduct.HANGS_UP);

    refresh.now();

    assertThat(told()).hasSize(1);
    assertThat(refresh.state().failures())
        .singleElement()
        .asString()
        .startsWith("it is not known yet whether edition 2 was announced: ");

    clock.pass(Duration.ofMinutes(1));
    refresh.ifDue();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(told())
        .containsExactly(
            "We now think: “Somebody has to answer the phone”.",
            "We now put it so: “Nobody answers”.",
            "We now put it so: “Somebody answers”.");
  }

  @Test
  void channelThatIsNewIsToldOfTheNewestEditionAlone() throws Exception {
    refresh.close();
    refresh = refresh(SlackSecrets.NONE);
    programme.signOff(database, clock);
    refresh.now();
    assertThat(Files.readAllLines(temp.resolve("data/announcements.jsonl"))).hasSize(1);
    signOffLater("Nobody answers");
    refresh.close();

    refresh = refresh(secrets());
    refresh.now();

    assertThat(told()).containsExactly("We now put it so: “Nobody answers”.");
  }

  @Test
  void whatIsTakenBackIsTakenOutOfWhatWasTold() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    signOffLater("Nobody answers");
    refresh.now();
    assertThat(slack.shown()).contains("editions/1/interviews/clerk/|A clerk>");

    programme.write(
        SmallProgramme.SESSION, "---\ntitle: A clerk\nconsent: withdrawn\n---\nNothing.\n");
    slack.next(Conduct.HANGS_UP);
    refresh.now();
    assertThat(refresh.state().failures())
        .singleElement()
        .hasToString(
            "the announcement of edition 1 still says what was taken back, and is not corrected"
                + " yet: the connection to Slack broke off. Nothing needs doing: Fortnight tries"
                + " again after 14:31:00 UTC on 27 November.");
    clock.pass(Duration.ofMinutes(5));
    refresh.ifDue();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(slack.shown()).doesNotContain("clerk");
    assertThat(told())
        .containsExactly(
            "We now think: “Somebody has to answer the phone”.",
            "We now put it so: “Nobody answers”.");
    assertThat(slack.calls().stream().filter("chat.postMessage"::equals)).hasSize(4);
  }

  @Test
  void personWhoAsksForTheNewestGetsTheOlderOnesFirst() throws Exception {
    programme.signOff(database, clock);
    refresh.now();
    signOffLater("Nobody answers");
    signOffLater("Somebody answers");
    slack.next(Conduct.ANSWERS, Conduct.LIMITS);
    refresh.now();
    AnnouncementRun run =
        new AnnouncementRun(places(secrets()), Register.EMPTY, database, clock, clock);

    assertThatThrownBy(() -> run.announce(3))
        .hasMessage("edition 2 is not announced yet: Slack asks to wait");
    assertThat(told()).hasSize(1);
    clock.pass(Duration.ofSeconds(30));
    assertThat(run.announce(3)).isTrue();
    assertThat(run.announce(3)).isFalse();

    assertThat(told())
        .containsExactly(
            "We now think: “Somebody has to answer the phone”.",
            "We now put it so: “Nobody answers”.",
            "We now put it so: “Somebody answers”.");
  }

  /** An edition, two weeks after whatever was before. */
  private void signOffLater(String finding) throws Exception {
    clock.pass(Duration.ofDays(14));
    programme.write(SmallProgramme.FINDING, SmallProgramme.finding(finding));
    programme.signOff(database, clock);
  }

  /** The first sentence of each announcement. */
  private List<String> told() {
    return slack.messages().stream()
        .filter(message -> !message.has("thread_ts"))
        .map(message -> message.path("text").asText().replaceAll(" Shared software.*", ""))
        .toList();
  }
}
