package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the rules: WebVTT, W3C, section 4. */
class CaptionsReaderTest {

  private static final String CUE = "00:01.000 --> 00:04.000\n";

  private static Captions read(String text) {
    CaptionsReader.Result result =
        CaptionsReader.read("media/call.vtt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(CaptionsReader.Result.Read.class);
    return ((CaptionsReader.Result.Read) result).captions();
  }

  private static String refused(byte[] bytes) {
    CaptionsReader.Result result = CaptionsReader.read("media/call.vtt", bytes);
    assertThat(result).isInstanceOf(CaptionsReader.Result.Refused.class);
    return ((CaptionsReader.Result.Refused) result).problem().toString();
  }

  private static String refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void cuesAreKeptAndWhatNoViewerSeesIsNot() {
    Captions captions =
        read(
            """
            \uFEFFWEBVTT - an invented call
            Kind: captions
            Language: en

            NOTE made by somebody
            at home

            STYLE
            ::cue { background: url(https://example.org/x) }

            REGION
            id:fred

            the first cue
            00:01.000 --> 00:04.500 region:fred align:start line:-1
            <v.loud P07>We waited</v> &amp; <c.yellow>nobody</c>
            <i>answered.

            01:00:05.000-->01:00:09.000
            """
                    .replace("05.000-->01", "05.000 --> 01")
                + "<00:01:00.000>The <lang cy>trwydded</lang> came.\r\n");

    assertThat(captions.text())
        .isEqualTo(
            """
            WEBVTT

            00:00:01.000 --> 00:00:04.500 align:start line:-1
            <v P07>We waited</v> &amp; nobody
            <i>answered.</i>

            01:00:05.000 --> 01:00:09.000
            <00:01:00.000>The <lang cy>trwydded</lang> came.
            """);
    assertThat(captions.said())
        .containsExactly(
            new Captions.Said(16, "P07: We waited & nobody"),
            new Captions.Said(17, "answered."),
            new Captions.Said(20, "The trwydded came."));
  }

  @Test
  void whatWasWrittenAnewIsReadAsItself() {
    String text =
        read("WEBVTT\n\n" + CUE + "<b><i>One\ntwo\n\n" + CUE + "a < b".replace("<", "&lt;")).text();

    assertThat(read(text).text()).isEqualTo(text);
  }

  @Test
  void linesMayEndAsAnySystemEndsThem() {
    String text = "WEBVTT\n\n" + CUE + "One\n\n" + CUE + "Two\n";

    assertThat(read(text.replace("\n", "\r\n"))).isEqualTo(read(text));
    assertThat(read(text.replace("\n", "\r"))).isEqualTo(read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\\n00:00:01,000 --> 00:00:04,000\\nText | 1 | the file does not begin with WEBVTT",
        "WEBVTTX\\n\\n"
            + "00:01.000 --> 00:04.000\\nText | 1 | the file does not begin with WEBVTT",
        "WEBVTT | 1 | there is no cue in the file",
        "WEBVTT\\n\\n00:01,000 --> 00:04,000\\nText | 3 | this is not how WebVTT has times",
        "WEBVTT\\n\\n00:04.000 --> 00:04.000\\nText | 3 | this is not how WebVTT has times",
        "WEBVTT\\n\\n00:61.000 --> 01:04.000\\nText | 3 | this is not how WebVTT has times",
        "WEBVTT\\n\\n00:01.000 --> 00:04.000 colour:red\\nText | 3 | this is not how WebVTT has times",
        "WEBVTT\\n\\n00:05.000 --> 00:06.000\\na\\n\\n00:01.000 --> 00:06.000\\nb | 6 | this cue starts before",
        "WEBVTT\\n\\n00:01.000 --> 00:04.000\\nText\\n\\nmore of it | 6 | a cue with its time was expected",
        "WEBVTT\\n\\n00:01.000 --> 00:04.000\\na\\nb --> c | 5 | there is a mark in this line",
      })
  void whatIsBrokenIsSaidWithItsLine(String text, int line, String what) {
    assertThat(refused(text.replace("\\n", "\n")))
        .startsWith("research/media/call.vtt:" + line + ": " + what)
        .contains(", so these captions are not published. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<v>who</v>",
        "<i>a</b>",
        "a</i>",
        "<lang \"x\">a</lang>",
        "a < b",
        "<c.<b>>a",
        "<i",
        "<!-- a -->",
      })
  void aMarkThatIsNoneOfWebVttIsRefused(String line) {
    assertThat(refused("WEBVTT\n\n" + CUE + line + "\n"))
        .isEqualTo(
            "research/media/call.vtt:4: there is a mark in this line that WebVTT does not have, so"
                + " these captions are not published. Write '&lt;' for '<', and leave only marks"
                + " such as <i>…</i> and <v P07>.");
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertThat(refused(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x57, 0x00}))
        .startsWith("research/media/call.vtt:1: the file is not UTF-8");
    assertThat(refused("WEBVTT\n\n" + CUE + "a\u0000b\n"))
        .startsWith("research/media/call.vtt:4: this line has a control character");
    assertThat(refused("WEBVTT\n\n" + CUE + "a".repeat(1_001)))
        .startsWith("research/media/call.vtt:4: this line has over 1000 characters");
    assertThat(refused(new byte[1_000_001]))
        .startsWith("research/media/call.vtt:1: the file is over 1 MB");
  }
}
