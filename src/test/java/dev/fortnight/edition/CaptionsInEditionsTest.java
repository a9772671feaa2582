package dev.fortnight.edition;

import static dev.fortnight.edition.Source.INTERVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedFile;
import dev.fortnight.check.CheckedResearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Captions are a part of the note that names them. */
class CaptionsInEditionsTest {

  private static final String FILE = "media/call.vtt";
  private static final String WEEKNOTE = "weeknotes/2026-11-13-week-2.md";
  private static final String RECORDED =
      "\nrecording: https://example.org/call\ncaptions: ../media/call.vtt";
  private static final Approved NOTHING =
      new Approved(new TreeMap<>(), Map.of(), hash -> Optional.empty());

  private static Source recorded() {
    return Source.small()
        .with(INTERVIEW, Source.interview("consent: public" + RECORDED))
        .media("call.vtt", captions("We waited."));
  }

  private static String captions(String text) {
    return "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n" + text + "\n";
  }

  private static Optional<String> shown(CheckedResearch research) {
    return Optional.ofNullable(research.files().get(FILE))
        .map(CheckedFile::content)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<String> edition(Approved approved, Source source) {
    return shown(EditionContents.compose(approved, source.now(), Source.REVIEW).research());
  }

  private static Optional<String> working(Approved approved, Source source) {
    return shown(WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none()));
  }

  @Test
  void otherCaptionsMakeAnotherItemAndTheApprovedOnesStay() {
    Source source = recorded();
    Approved approved = source.approved();
    source.media("call.vtt", captions("Nobody has seen this."));

    assertThat(source.now().items().get(INTERVIEW).hash())
        .isNotEqualTo(approved.items().get(INTERVIEW).hash());
    assertThat(edition(approved, source)).contains(captions("We waited."));
    assertThat(working(approved, source)).contains(captions("We waited."));
  }

  @Test
  void captionsThatWereNotApprovedAreInNoTree() {
    Source source = recorded().media("call.vtt", "They cannot be read.");
    Approved approved = source.approved();
    source.media("call.vtt", captions("Nobody has seen this."));

    assertThat(edition(approved, source)).isEmpty();
    assertThat(working(approved, source)).isEmpty();
    assertThat(working(NOTHING, source)).isEmpty();
  }

  @Test
  void captionsOfAKindThatIsShownBeforeReviewAreTheNewest() {
    Source source =
        Source.small()
            .with(WEEKNOTE, "---\ntitle: Week 2" + RECORDED + "\n---\nNew.\n")
            .media("call.vtt", captions("We waited."));

    assertThat(working(NOTHING, source)).contains(captions("We waited."));
    assertThat(edition(withoutWeeknote(source), source)).isEmpty();
  }

  @Test
  void captionsGoWithTheConsentOfTheirNote() {
    Source source = recorded();
    Approved approved = source.approved();
    source.with(INTERVIEW, Source.interview("consent: withdrawn" + RECORDED));

    assertThat(edition(approved, source)).isEmpty();
    assertThat(working(approved, source)).isEmpty();
    assertThat(again(approved, source)).isEmpty();
  }

  @Test
  void captionsGoWhenSomebodyTurnsOutToBeNamedInThem() {
    Source source = recorded().media("call.vtt", captions("I am Aurelia\nQuillfeather."));
    Approved approved = source.approved();
    assertThat(again(approved, source)).isPresent();
    source.registered("Aurelia Quillfeather");

    assertThat(edition(approved, source)).isEmpty();
    assertThat(again(approved, source)).isEmpty();
  }

  @Test
  void aDoubtInCaptionsIsAnsweredByWhoSawIt() {
    Source source = recorded().media("call.vtt", captions("Call 0808 157 0123."));
    Approved approved = source.approved();

    assertThat(source.now().problems().of(INTERVIEW))
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .startsWith("research/media/call.vtt:4: this may be a telephone number"));
    assertThat(edition(approved, source)).contains(captions("Call 0808 157 0123."));
    assertThat(edition(new Approved(approved.items(), Map.of(), approved.blobs()), source))
        .isEmpty();
  }

  private static Optional<String> again(Approved approved, Source source) {
    return shown(
        EditionContents.again(approved, List.of(), source.now(), Source.REVIEW).research());
  }

  private static Approved withoutWeeknote(Source source) {
    Approved all = source.approved();
    TreeMap<String, Item> items = new TreeMap<>(all.items());
    items.remove(WEEKNOTE);
    return new Approved(items, all.seen(), all.blobs());
  }
}
