package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

  private static Document page(String frontMatter) throws Exception {
    return SitePages.working(
            new Illustration()
                .note("weeknotes/2026-11-13-call.md", "---\n" + frontMatter + "\n---\nA call.\n")
                .note("pages/said.md", "What was said.\n")
                .note("interviews/shut.md", "---\nconsent: internal\n---\nx\n")
                .research())
        .page("weeknotes/call/");
  }

  private static String policy(Document page) {
    return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/watch?v=abcdefghi_1",
        "https://youtube.com/watch?list=x&v=abcdefghi_1&t=3",
        "https://youtu.be/abcdefghi_1?si=tracking",
        "https://www.youtube.com/live/abcdefghi_1",
        "https://www.youtube.com/shorts/abcdefghi_1",
        "https://www.youtube.com/embed/abcdefghi_1",
        "https://www.youtube-nocookie.com/embed/abcdefghi_1",
      })
  void aFilmOnYouTubeIsALinkThatCanBecomeAPlayer(String address) throws Exception {
    Document page = page("recording: \"" + address + "\"\ntranscript: ../pages/said.md");

    assertThat(page.select(".recording a").attr("href"))
        .isEqualTo("https://www.youtube.com/watch?v=abcdefghi_1");
    assertThat(page.select(".recording a").attr("data-film"))
        .isEqualTo("https://www.youtube-nocookie.com/embed/abcdefghi_1");
    assertThat(page.select(".recording .ways a").attr("href")).isEqualTo("../../pages/said/");
    assertThat(page.select("iframe, [src*=youtube], link[href*=youtube]")).isEmpty();
    assertThat(policy(page)).endsWith("; frame-src https://www.youtube-nocookie.com");
  }

  @Test
  void anotherRecordingIsALinkAndNoPolicyIsWidened() throws Exception {
    Document page =
        page("recording: https://example.org/call.mp4\ncaptions: https://example.org/call.vtt");

    assertThat(page.select(".recording a").eachAttr("href"))
        .containsExactly("https://example.org/call.mp4", "https://example.org/call.vtt");
    assertThat(page.select("[data-film], script[src$=recording.js]")).isEmpty();
    assertThat(policy(page)).doesNotContain("frame-src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "a.mp4",
        "javascript:alert(1)",
        "http://www.youtube.com/watch?v=abcdefghi_1",
        "//www.youtube.com/watch?v=abcdefghi_1",
        "https://",
      })
  void whatIsNoAddressIsNotShown(String address) throws Exception {
    Document page = page("recording: \"" + address + "\"\ntranscript: ../pages/said.md");

    assertThat(page.select(".recording")).isEmpty();
    assertThat(policy(page)).doesNotContain("frame-src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com.evil.example/watch?v=abcdefghi_1",
        "https://evil.example/youtu.be/abcdefghi_1",
        "https://www.youtube.com/watch?v=abcdefghi_1\\\"><script>",
      })
  void whatOnlyLooksLikeYouTubeIsNeverPlayed(String address) throws Exception {
    Document page = page("recording: \"" + address + "\"\ntranscript: ../pages/said.md");

    assertThat(page.select("[data-film]")).isEmpty();
    assertThat(policy(page)).doesNotContain("frame-src");
  }

  @Test
  void captionsAreAFileBesideThePage() throws Exception {
    String captions = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v P07>We waited.</v>\n";
    SitePages site =
        SitePages.working(
            new Illustration()
                .media("media/call.vtt", captions.replace("WEBVTT", "WEBVTT by me").getBytes())
                .note(
                    "weeknotes/2026-11-13-call.md",
                    "---\nrecording: https://example.org/call.mp4\n"
                        + "captions: ../media/call.vtt\n---\nA call.\n")
                .research());

    String link = site.page("weeknotes/call/").select(".recording .ways a").attr("href");
    assertThat(link).matches("\\.\\./\\.\\./media/[0-9a-f]{64}\\.vtt");
    assertThat(site.text(link.substring("../../".length()))).isEqualTo(captions);
  }

  @Test
  void captionsThatCannotBePublishedAreNotLinked() throws Exception {
    Document page =
        SitePages.working(
                new Illustration()
                    .media("media/call.vtt", "1\n00:00:01,000 --> 00:00:04,000\nx\n".getBytes())
                    .note(
                        "weeknotes/2026-11-13-call.md",
                        "---\nrecording: https://example.org/call.mp4\n"
                            + "captions: ../media/call.vtt\n---\nA call.\n")
                    .research())
            .page("weeknotes/call/");

    assertThat(page.select(".recording a").eachAttr("href"))
        .containsExactly("https://example.org/call.mp4");
  }

  @Test
  void aTranscriptThatIsNotPublishedIsNotLinked() throws Exception {
    Document page = page("recording: https://example.org/a.mp4\ntranscript: ../interviews/shut.md");

    assertThat(page.select(".recording .ways")).isEmpty();
  }
}
