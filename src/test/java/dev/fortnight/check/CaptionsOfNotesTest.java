package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.Participant;
import dev.fortnight.privacy.Register;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the captions that notes name. */
class CaptionsOfNotesTest {

  private static final String CLEAN =
      "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v P07>We waited.</v>\n";

  private static Illustration captions(String text) {
    return captions(text, "consent: public");
  }

  private static Illustration captions(String text, String consent) {
    return new Illustration()
        .media("media/call.vtt", text.getBytes(StandardCharsets.UTF_8))
        .note(
            "interviews/2026-11-10-call.md",
            "---\n"
                + consent
                + "\nrecording: https://example.org/call\ncaptions: ../media/call.vtt\n---\nA call.\n");
  }

  private static Register register() {
    return new Register(
        List.of(
            new Participant(
                "P07",
                "Aurelia Quillfeather",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("P07"),
                List.of(),
                List.of(),
                List.of())));
  }

  @Test
  void captionsAreAFileOfTheSiteNamedByTheirHash() {
    Illustration illustration = captions(CLEAN.replace("WEBVTT", "WEBVTT made by somebody"));

    assertThat(illustration.problems()).isEmpty();
    CheckedFile file = illustration.research().files().get("media/call.vtt");
    assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo(CLEAN);
    assertThat(file.address())
        .isEqualTo("media/" + Sha256.of(CLEAN.getBytes(StandardCharsets.UTF_8)) + ".vtt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent: findings-only",
        "consent: internal",
        "consent: withdrawn",
        "consent: public\nconsent_expires: 2026-11-19",
        "consent: public\npublished: false",
      })
  void captionsGoNoFurtherThanTheNoteThatNamesThem(String consent) {
    assertThat(captions(CLEAN, consent).research().files()).isEmpty();
  }

  @Test
  void captionsOfNoRecordingAreNotPublished() {
    CheckedResearch research =
        new Illustration()
            .media("media/call.vtt", CLEAN.getBytes(StandardCharsets.UTF_8))
            .note("weeknotes/a.md", "---\nrecording: no\ncaptions: ../media/call.vtt\n---\n")
            .research();

    assertThat(research.files()).isEmpty();
  }

  @Test
  void brokenCaptionsAreAProblemOfTheirOwnAndOfTheirNote() {
    Illustration illustration = captions(CLEAN.replace("04.000", "00.000"));

    assertThat(illustration.research().notes()).hasSize(1);
    assertThat(illustration.research().files()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            """
            research/interviews/2026-11-10-call.md:4: research/media/call.vtt cannot be published as it is, so the page does not link to it. See what the checks say of that file.
            research/media/call.vtt:3: this is not how WebVTT has times and settings of a cue, so these captions are not published. Write it as in '00:00:01.000 --> 00:00:04.000 align:start'; the end comes after the start.""");
  }

  @Test
  void aNameThatIsSpokenKeepsTheCaptionsBackWithItsLine() {
    Illustration illustration =
        captions(CLEAN + "\n00:00:04.000 --> 00:00:05.000\nI am Aurelia <i>Quillfeather</i>.\n")
            .register(register());

    assertThat(illustration.research().files()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            """
            research/interviews/2026-11-10-call.md:4: research/media/call.vtt cannot be published as it is, so the page does not link to it. See what the checks say of that file.
            research/media/call.vtt:7: this names somebody in the register of participants, so this file is not published. Write P07 instead.""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<v Aurelia Quillfeather>I am.",
        "I am Aurelia\n\n00:00:05.000 --> 00:00:06.000\nQuillfeather.",
        "I am Aurelia\nQuillfeather.",
        "I am Aure&shy;lia Quill&#102;eather.",
        "Write to aurelia@<b>council.example</b>.",
      })
  void neitherVoicesNorTheEndOfACueHideSomebody(String text) {
    Illustration illustration =
        captions(CLEAN + "\n00:00:04.000 --> 00:00:05.000\n" + text + "\n").register(register());

    assertThat(illustration.research().files()).isEmpty();
    assertThat(illustration.problems())
        .contains("research/media/call.vtt:7: this ")
        .doesNotContainIgnoringCase("aurelia")
        .doesNotContainIgnoringCase("quillfeather");
  }

  @Test
  void aDoubtIsAnsweredWithTheNote() {
    Illustration illustration =
        captions(CLEAN + "\n00:00:04.000 --> 00:00:05.000\nCall 0808 157 0123.\n");

    Checker.Result asked = illustration.check();
    assertThat(asked.doubts())
        .extracting(Doubt::item, doubt -> Illustration.line(doubt.problem()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "interviews/2026-11-10-call.md",
                "research/media/call.vtt:7: this may be a telephone number, so this file is not"
                    + " published until a reviewer has approved it as it is. Take it out. If its"
                    + " owner wants it to be seen, add it to 'allow' in programme.yml. If it is not"
                    + " what it looks like, let it pass with 'fortnight new waiver'."));
    assertThat(asked.research().files()).isEmpty();
    assertThat(
            Checker.check(illustration.snapshot().answered(Snapshot.Answers.ALL))
                .research()
                .files())
        .containsOnlyKeys("media/call.vtt");
  }
}
