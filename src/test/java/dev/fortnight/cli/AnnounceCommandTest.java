package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.announce.slack.SlackStandIn.Conduct;
import dev.fortnight.cycle.OtherProcess;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnounceCommandTest {

  private static final String NOW = "2026-11-13T14:30:00Z";

  @TempDir Path temp;

  private final SetClock pace = new SetClock(NOW);
  private final Map<String, String> environment = new HashMap<>(Map.of("FORTNIGHT_NOW", NOW));
  private SlackStandIn slack;
  private SmallProgramme programme;

  @BeforeEach
  void write() throws IOException {
    programme = SmallProgramme.in(temp.resolve("programme"));
    slack = new SlackStandIn(pace);
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void nothingIsToldWhileAnotherProcessIsAtTheProgrammesWork() throws Exception {
    publishAnEdition();

    try (AutoCloseable other = OtherProcess.atWork(temp.resolve("data"), "shared-software")) {
      assertThat(other).isNotNull();
      assertThat(announce())
          .isEqualTo(
              new CommandRun(
                  1,
                  "",
                  "Another process is at the programme's work. Try again when it is through.\n"));
    }
    assertThat(temp.resolve("data/announcements.jsonl")).doesNotExist();
  }

  @Test
  void announcesIntoAFileOnce() throws IOException {
    publishAnEdition();

    assertThat(announce())
        .isEqualTo(said("edition 1: announced in announcements.jsonl of the data folder\n"));
    assertThat(announce())
        .isEqualTo(
            said("edition 1: already announced in announcements.jsonl of the data folder\n"));
    assertThat(Files.readAllLines(temp.resolve("data/announcements.jsonl"))).hasSize(1);
  }

  @Test
  void tellsSlackOnceThroughATimeOut() throws IOException {
    withSlack();
    publishAnEdition();
    slack.next(Conduct.ANSWERS, Conduct.ACCEPTS_AND_HANGS_UP);

    assertThat(announce())
        .isEqualTo(
            failed(
                "it is not known yet whether edition 1 was announced: the connection to Slack broke"
                    + " off. Nothing needs doing: Fortnight looks whether it arrived after 14:31:00"
                    + " UTC on 13 November."));
    pace.pass(Duration.ofMinutes(1));
    assertThat(announce()).isEqualTo(said("edition 1: already announced in C0123456789\n"));

    assertThat(slack.shown())
        .isEqualTo(
            """
            We now think: “Somebody has to answer the phone”. Shared software, edition 1: https://example.org/shared/editions/1/ The next open call is on Wednesday 25 November at 16:00.
              What we found, by assumption
            • On no assumption: <https://example.org/shared/editions/1/findings/phones-matter/|Somebody has to answer the phone>

            Sessions held
            • <https://example.org/shared/editions/1/interviews/clerk/|A clerk>

            Next sprint
            • 16 November 2026 to 29 November 2026
            • Review: Friday 27 November at 14:00
            • Open call: <https://example.org/shared/open-call/|Wednesday 25 November at 16:00>
            """);
  }

  @Test
  void previewPrintsTextAndBlocksAndSendsNothing() throws IOException {
    withSlack();
    signOff();

    assertThat(announce("--preview"))
        .isEqualTo(
            said(
                """
                In C0123456789:

                We now think: “Somebody has to answer the phone”. Shared software, edition 1: https://example.org/shared/editions/1/ The next open call is on Wednesday 25 November at 16:00.

                [ {
                  "type" : "section",
                  "text" : {
                    "type" : "mrkdwn",
                    "text" : "We now think: “Somebody has to answer the phone”.\\n<https://example.org/shared/editions/1/|Shared software, edition 1>",
                    "verbatim" : true
                  }
                }, {
                  "type" : "context",
                  "elements" : [ {
                    "type" : "mrkdwn",
                    "text" : "The next open call is on Wednesday 25 November at 16:00.",
                    "verbatim" : true
                  } ]
                } ]

                Below it:

                What we found, by assumption
                • On no assumption: <https://example.org/shared/editions/1/findings/phones-matter/|Somebody has to answer the phone>

                Sessions held
                • <https://example.org/shared/editions/1/interviews/clerk/|A clerk>

                Next sprint
                • 16 November 2026 to 29 November 2026
                • Review: Friday 27 November at 14:00
                • Open call: <https://example.org/shared/open-call/|Wednesday 25 November at 16:00>

                [ {
                  "type" : "section",
                  "text" : {
                    "type" : "mrkdwn",
                    "text" : "*What we found, by assumption*\\n• On no assumption: <https://example.org/shared/editions/1/findings/phones-matter/|Somebody has to answer the phone>",
                    "verbatim" : true
                  }
                }, {
                  "type" : "section",
                  "text" : {
                    "type" : "mrkdwn",
                    "text" : "*Sessions held*\\n• <https://example.org/shared/editions/1/interviews/clerk/|A clerk>",
                    "verbatim" : true
                  }
                }, {
                  "type" : "section",
                  "text" : {
                    "type" : "mrkdwn",
                    "text" : "*Next sprint*\\n• 16 November 2026 to 29 November 2026\\n• Review: Friday 27 November at 14:00\\n• Open call: <https://example.org/shared/open-call/|Wednesday 25 November at 16:00>",
                    "verbatim" : true
                  }
                } ]
                """));
    assertThat(slack.calls()).isEmpty();
  }

  @Test
  void rehearsalGoesToAnotherChannelAndIsNotTheAnnouncement() throws IOException {
    withSlack();
    publishAnEdition();

    assertThat(announce("--dry", "C0123456789"))
        .isEqualTo(
            failed(
                "a rehearsal needs announce.slack.channel in programme.yml, and a channel that is"
                    + " another one. Name the channel of a few people with --dry."));
    assertThat(announce("--dry", "C0000000REHEARSE"))
        .isEqualTo(
            failed(
                "the rehearsal failed: Slack says channel_not_found. Check announce.slack.channel"
                    + " in programme.yml; where the channel is private, invite the app to it."));
    slack.alsoHas("C0000000REHEARSE");
    assertThat(announce("--dry", "C0000000REHEARSE"))
        .isEqualTo(said("edition 1: rehearsed in C0000000REHEARSE\n"));
    assertThat(slack.shown()).startsWith("Rehearsal only: this is not an announcement. We now");

    assertThat(announce()).isEqualTo(said("edition 1: announced in C0123456789\n"));
  }

  @Test
  void personResolvesWhatAWebhookCannotSee() throws IOException {
    withSlack();
    environment.remove("FORTNIGHT_SLACK_TOKEN");
    environment.put("FORTNIGHT_SLACK_WEBHOOK", slack.webhook().reveal());
    publishAnEdition();
    slack.next(Conduct.HANGS_UP);
    announce();
    pace.pass(Duration.ofMinutes(1));
    assertThat(announce().status()).isEqualTo(3);

    assertThat(announce("--resolve", "not-posted"))
        .isEqualTo(said("edition 1: recorded as not posted; 'fortnight announce' sends it\n"));
    assertThat(announce()).isEqualTo(said("edition 1: announced in C0123456789\n"));
    assertThat(announce("--resolve", "posted"))
        .isEqualTo(
            failed(
                "it is not in question whether edition 1 was announced. Run 'fortnight announce'"
                    + " to see where it stands."));
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void saysThatSlackWasNotToldForWantOfASecret() throws IOException {
    withSlack();
    environment.remove("FORTNIGHT_SLACK_TOKEN");
    publishAnEdition();

    assertThat(announce())
        .isEqualTo(
            new CommandRun(
                0,
                "edition 1: announced in announcements.jsonl of the data folder\n",
                "Slack was not told: neither FORTNIGHT_SLACK_TOKEN nor FORTNIGHT_SLACK_WEBHOOK is"
                    + " set.\n"));
  }

  @Test
  void whatIsNotPublicIsNotAnnounced() {
    assertThat(announce())
        .isEqualTo(
            failed(
                "there is no edition yet, so there is nothing to announce. Sign one off first, with"
                    + " 'fortnight review sign-off' or in the browser."));
    signOff();
    assertThat(announce())
        .isEqualTo(failed("edition 1 is not published yet. Run 'fortnight publish' first."));
  }

  @Test
  void wrongUsageIsTold() {
    signOff();

    assertThat(announce("--resolve", "maybe").err())
        .startsWith("--resolve takes 'posted' or 'not-posted'.\n");
    assertThat(announce("--dry", "#general").err())
        .startsWith("--dry takes a channel's id such as C0123456789.\n");
    assertThat(announce("--edition", "7").err())
        .startsWith("There is no edition 7; the newest is 1.\n");
    assertThat(announce("--preview", "--resolve", "posted").status()).isEqualTo(2);
  }

  @Test
  void tokenThatCannotBeOneIsNotRepeated() {
    environment.put("FORTNIGHT_SLACK_TOKEN", "xoxb s3cret");

    assertThat(announce())
        .isEqualTo(
            failed(
                "FORTNIGHT_SLACK_TOKEN: a token is empty or holds characters that no token has."
                    + " Copy it again, in one line and without quotation marks."));
  }

  private void withSlack() throws IOException {
    programme.describe("announce: {slack: {channel: C0123456789, api: \"" + slack.api() + "\"}}\n");
    environment.put("FORTNIGHT_SLACK_TOKEN", SlackStandIn.TOKEN.reveal());
  }

  private void publishAnEdition() {
    signOff();
    CommandRun.of(
        new PublishCommand(Map.of("FORTNIGHT_NOW", NOW), Duration.ofMillis(1)), arguments());
  }

  private void signOff() {
    Clock clock = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
    try (Database database = TestDatabase.H2.open(temp.resolve("data"))) {
      programme.signOff(database, clock);
    }
  }

  private static CommandRun said(String out) {
    return new CommandRun(0, out, "");
  }

  private static CommandRun failed(String why) {
    return new CommandRun(3, "", "fortnight: " + why + "\n");
  }

  private CommandRun announce(String... more) {
    return CommandRun.told(new AnnounceCommand(environment, pace), arguments(more));
  }

  private String[] arguments(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(
        List.of(
            "--programme",
            programme.folder().toString(),
            "--data",
            temp.resolve("data").toString()));
    return all.toArray(String[]::new);
  }
}
