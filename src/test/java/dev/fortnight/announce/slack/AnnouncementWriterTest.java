package dev.fortnight.announce.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.announce.Announcement;
import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncementWriterTest {

  @TempDir Path data;

  private SignedOff signedOff;

  @BeforeEach
  void open() {
    signedOff = new SignedOff(data);
  }

  @AfterEach
  void close() {
    signedOff.close();
  }

  @Test
  void saysWhatWasLearnedWhereItIsAndWhenTheNextCallIs() throws IOException {
    assertThat(pretty(announce(Source.small())))
        .isEqualTo(
            """
            {
              "channel" : "C0123456789",
              "text" : "We now think: “Risk is about assurance”. Illustrative research, edition 1: https://example.org/research/editions/1/ The next open call is on Wednesday 25 November at 16:00.",
              "blocks" : [ {
                "type" : "section",
                "text" : {
                  "type" : "mrkdwn",
                  "text" : "We now think: “Risk is about assurance”.\\n<https://example.org/research/editions/1/|Illustrative research, edition 1>",
                  "verbatim" : true
                }
              }, {
                "type" : "context",
                "elements" : [ {
                  "type" : "mrkdwn",
                  "text" : "The next open call is on Wednesday 25 November at 16:00.",
                  "verbatim" : true
                } ]
              } ],
              "unfurl_links" : false,
              "unfurl_media" : false,
              "metadata" : {
                "event_type" : "fortnight_edition",
                "event_payload" : {
                  "id" : "illustrative-research/1/C0123456789"
                }
              }
            }""");
    assertThat(SlackRules.error(announce(Source.small(), 2))).isEmpty();
  }

  @Test
  void threadHoldsWhatTheMessageLeavesOut() throws IOException {
    Source source = Source.small().topic(7, "What do smaller councils need?");
    source.with("weeknotes/2026-11-06-week-1.md", "---\ntitle: Week 1\n---\nWe began.\n");
    signedOff.edition(source, 1);
    source.with(Source.FINDING, Source.finding("Risk is about trust"));
    source.with("findings/other.md", "---\ntitle: Nobody was asked\n---\nThe argument.\n");
    source.without("weeknotes/2026-11-06-week-1.md");
    source.topic(7, "What do small councils need?").topic(8, "Who pays?");
    source.with("interviews/2026-11-20-clerk.md", Source.interview("consent: public"));
    source.with("weeknotes/2026-11-20-week-3.md", "---\ntitle: Week 3\n---\nWe went on.\n");

    Announcement announcement = write(source, 2);

    assertThat(announcement.messages()).hasSize(2);
    assertThat(announcement.messages().get(1).text())
        .isEqualTo(
            """
            What we found, by assumption
            • <https://example.org/research/editions/2/assumptions/reuse-risk/|Reuse feels risky> (We lean towards it): <https://example.org/research/editions/2/findings/risk/|Risk is about trust>
            • On no assumption: <https://example.org/research/editions/2/findings/other/|Nobody was asked>

            What else is new or changed
            • <https://example.org/research/editions/2/weeknotes/week-3/|Week 3>

            What was withdrawn
            • Week 1

            Topics that moved
            • New: <https://example.org/research/editions/2/topics/8/|Who pays?>
            • Changed: <https://example.org/research/editions/2/topics/7/|What do small councils need?>

            Sessions held
            • <https://example.org/research/editions/2/interviews/clerk/|An architect's view>

            Next sprint
            • 30 November 2026 to 13 December 2026
            • Review: Friday 11 December at 14:00
            • Open call: <https://example.org/research/open-call/|Wednesday 9 December at 16:00>""");
    JsonNode thread = json(announcement, 1);
    assertThat(thread.at("/blocks/3/text/text").asText())
        .isEqualTo(
            """
            *Topics that moved*
            • New: <https://example.org/research/editions/2/topics/8/|Who pays?>
            • Changed: <https://example.org/research/editions/2/topics/7/|What do small councils need?>""");
    assertThat(thread.at("/metadata/event_payload/id").asText())
        .isEqualTo("illustrative-research/2/C0123456789/1");
    assertThat(SlackRules.error(thread)).isEmpty();
  }

  @Test
  void saysInOneLineThatNothingWasLearned() throws IOException {
    Source source = Source.small();
    signedOff.edition(source, 1);

    JsonNode message = announce(source, 2);

    assertThat(message.path("text").asText())
        .isEqualTo(
            "Nothing changed our minds this time. Illustrative research, edition 2:"
                + " https://example.org/research/editions/2/ The next open call is on Wednesday 9"
                + " December at 16:00.");
    assertThat(message.path("blocks").toString())
        .isEqualTo(
            "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"Nothing changed our"
                + " minds this time. <https://example.org/research/editions/2/|Illustrative"
                + " research, edition 2>. The next open call is on Wednesday 9 December at"
                + " 16:00.\",\"verbatim\":true}}]");
  }

  @Test
  void hostileTitlesNeitherCallAnybodyNorSpoofALink() throws IOException {
    String hostile = "<!channel> <@U0123456789> <https://example.org|here> & *more*";
    Source source = Source.small().topic(9, hostile);
    source.with(Source.FINDING, Source.finding("\"" + hostile + "\""));
    source.with(Source.ASSUMPTION, "---\ntitle: \"" + hostile + "\"\n---\nWe assume so.\n");

    Announcement announcement = write(source, 1);

    String escaped =
        "&lt;!channel&gt; &lt;@U0123456789&gt; &lt;https://example.org|here&gt; &amp; ∗more∗";
    assertThat(announcement.messages().get(0).text())
        .startsWith("We now think: “" + escaped + "”. ");
    assertThat(announcement.messages().get(1).text())
        .contains("editions/1/topics/9/|" + escaped + ">");
    assertThat(announcement.messages()).hasSize(2);
    for (int part = 0; part < 2; part++) {
      assertThat(SlackRules.callsSomebody(json(announcement, part))).isFalse();
      assertThat(SlackRules.error(json(announcement, part))).isEmpty();
    }
  }

  @Test
  void findingThatHoldsSomebodysAddressIsNotSpokenOf() throws IOException {
    Source source = Source.small();
    source.with(Source.FINDING, Source.finding("Risk is what sam@zanzibaricanary.example says"));

    assertThat(write(source, 1).toString()).doesNotContain("zanzibaricanary");
  }

  @Test
  void whatIsTooMuchIsCutAndCountedAndSplit() throws IOException {
    Source source = Source.small().without(Source.FINDING);
    List<String> slugs = IntStream.range(10, 33).mapToObj(i -> "a" + i).toList();
    for (int i = 10; i < 33; i++) {
      String title = "\"" + i + "&".repeat(400) + "\"";
      source.with(
          "findings/f" + i + ".md",
          Source.finding(title).replace("reuse-risk", String.join(", ", slugs)));
      source.with(
          "assumptions/a" + i + ".md", "---\ntitle: \"" + "&".repeat(99) + "\"\n---\nSo.\n");
      source.topic(i, "🦆".repeat(3000));
    }

    Announcement announcement = write(source, 1);

    String first = announcement.messages().get(1).text();
    assertThat(first)
        .startsWith(
            "What we found, by assumption\n• <https://example.org/research/editions/1/assumptions/a10/|&amp;")
        .contains(
            "; <https://example.org/research/editions/1/|and 19 more>\n\nWhat we found, by assumption\n• ");
    String second = announcement.messages().get(2).text();
    assertThat(second)
        .startsWith("What we found, by assumption\n• ")
        .contains(
            "\n• <https://example.org/research/editions/1/|and 13 more>\n\nWhat else is new or changed\n• ")
        .contains(
            "\n• <https://example.org/research/editions/1/|and 14 more>\n\nTopics that moved\n• ")
        .contains("topics/10/|" + "🦆".repeat(149) + "…>\n")
        .contains("\n• <https://example.org/research/editions/1/|and 13 more>\n\nSessions held");
    assertThat(announcement.messages()).hasSize(3);
    for (int part = 0; part < 3; part++) {
      assertThat(SlackRules.error(json(announcement, part))).isEmpty();
      assertThat(json(announcement, part).path("blocks").toString().length()).isLessThan(12_000);
    }
  }

  @Test
  void messageOfWhichNothingIsLeftSaysSo() {
    var edition = signedOff.edition(Source.small(), 1);
    Announcement announcement =
        AnnouncementWriter.write(edition, "C0123456789", edition.research().now(), 4);

    assertThat(announcement.messages())
        .extracting(Announcement.Message::text)
        .endsWith("What stood here was withdrawn.", "What stood here was withdrawn.")
        .hasSize(4);
  }

  @Test
  void rehearsalSaysThatItIsOneAndIsNotTakenForTheAnnouncement() throws IOException {
    var edition = signedOff.edition(Source.small(), 1);
    Announcement rehearsal =
        AnnouncementWriter.rehearsal(edition, "C0123456789", edition.research().now());

    assertThat(rehearsal.messages().get(0).text())
        .startsWith("Rehearsal only: this is not an announcement. We now think: ");
    JsonNode message = json(rehearsal, 0);
    assertThat(message.at("/blocks/2/elements/0/text").asText())
        .isEqualTo("Rehearsal only: this is not an announcement.");
    assertThat(message.at("/metadata/event_payload/id").asText())
        .isEqualTo("illustrative-research/1/C0123456789/rehearsal");
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("cy")).isEqualTo(keys("en")).isNotEmpty();
  }

  /** With how many gaps each has. */
  private static Map<String, Integer> keys(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream stream =
        AnnouncementWriter.class.getResourceAsStream("/announcement/" + language + ".properties")) {
      texts.load(stream);
    }
    return texts.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(key -> key, key -> texts.getProperty(key).split("%s", -1).length));
  }

  private static JsonNode json(Announcement announcement, int part) throws IOException {
    return new ObjectMapper().readTree(announcement.messages().get(part).body());
  }

  private JsonNode announce(Source source) throws IOException {
    return announce(source, 1);
  }

  private JsonNode announce(Source source, int sprint) throws IOException {
    return new ObjectMapper().readTree(write(source, sprint).messages().get(0).body());
  }

  private Announcement write(Source source, int sprint) {
    var edition = signedOff.edition(source, sprint);
    return AnnouncementWriter.write(edition, "C0123456789", edition.research().now(), 0);
  }

  private static String pretty(JsonNode json) {
    return json.toPrettyString().replace("\r\n", "\n");
  }
}
