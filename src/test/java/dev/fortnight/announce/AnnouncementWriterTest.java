package dev.fortnight.announce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import java.io.IOException;
import java.nio.file.Path;
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
              "text" : "We now think: “Risk is about assurance”. Illustrative research, edition 1 (3 new): https://example.org/research/editions/1/ The next open call is on Wednesday 25 November at 16:00.",
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
                  "text" : "3 new · The next open call is on Wednesday 25 November at 16:00.",
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
  }

  @Test
  void titleCannotMentionAChannelOrSpoofALink() throws IOException {
    Source source = Source.small();
    source.with(Source.FINDING, Source.finding("\"<!channel> <https://example.org|here> & more\""));

    JsonNode message = announce(source);

    String escaped = "“&lt;!channel&gt; &lt;https://example.org|here&gt; &amp; more”";
    assertThat(message.path("text").asText()).contains(escaped);
    assertThat(message.path("blocks").path(0).path("text").path("text").asText())
        .startsWith("We now think: " + escaped);
  }

  @Test
  void findingThatHoldsSomebodysAddressIsNotSpokenOf() throws IOException {
    Source source = Source.small();
    source.with(Source.FINDING, Source.finding("Risk is what sam@zanzibaricanary.example says"));

    assertThat(pretty(announce(source))).contains("2 new").doesNotContain("zanzibaricanary");
  }

  @Test
  void longTitleIsShortenedToWhatSlackTakes() throws IOException {
    Source source = Source.small();
    source.with(Source.FINDING, Source.finding("\"" + "&".repeat(4000) + "\""));

    String section = announce(source).path("blocks").path(0).path("text").path("text").asText();

    assertThat(section.codePointCount(0, section.length())).isLessThanOrEqualTo(3000);
    assertThat(section).contains("&amp;…\n<https://example.org/");
  }

  @Test
  void saysSoWhenNothingWasLearned() throws IOException {
    Source source = Source.small();
    signedOff.edition(source, 1);

    JsonNode message = announce(source, 2);

    assertThat(message.path("text").asText())
        .isEqualTo(
            "Nothing changed our minds this fortnight. Illustrative research, edition 2 (Nothing"
                + " changed): https://example.org/research/editions/2/ The next open call is on"
                + " Wednesday 9 December at 16:00.");
  }

  private JsonNode announce(Source source) throws IOException {
    return announce(source, 1);
  }

  private JsonNode announce(Source source, int sprint) throws IOException {
    var edition = signedOff.edition(source, sprint);
    var now = edition.research().now();
    Announcement announcement = AnnouncementWriter.write(edition, "C0123456789", now);
    return new ObjectMapper().readTree(announcement.body());
  }

  private static String pretty(JsonNode json) {
    return json.toPrettyString().replace("\r\n", "\n");
  }
}
