package dev.fortnight.note;

import static dev.fortnight.note.ReadNotes.interview;
import static dev.fortnight.note.ReadNotes.note;
import static dev.fortnight.note.ReadNotes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteReaderTest {

  private static final String PATH = ReadNotes.INTERVIEW;

  @ParameterizedTest
  @CsvSource({
    "2026-11-09, 2026-11-09",
    "2026-1-5, 2026-01-05",
    "2026-11-09 14:30, 2026-11-09",
    "2026-11-09 14:30:15, 2026-11-09",
    "2026-11-09 23:30:00 -0500, 2026-11-09",
    "2026-11-09 23:30:00 +01:00, 2026-11-09",
    "2026-11-09 10:00:00 Europe/London, 2026-11-09",
    "2026-11-09T14:30:15Z, 2026-11-09",
    "2026-11-09T14:30:15.123+00:00, 2026-11-09",
  })
  void aDateMayHaveAnyOfJekyllsForms(String written, LocalDate date) {
    assertThat(note("pages/about.md", "---\ndate: " + written + "\n---\n").date()).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-30", "2026-13-01", "November", "2026-11-09 or later", "09/11/2026"})
  void whatIsNoDateGivesWayToTheFileName(String written) {
    assertThat(interview("---\ndate: " + written + "\n---\n").date())
        .contains(LocalDate.of(2026, 11, 10));
    assertThat(note("pages/about.md", "---\ndate: " + written + "\n---\n").date()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "weeknotes/2026-11-13-week-2.md, 2026-11-13, week-2",
    "weeknotes/old/2026-11-13-Week Two!.markdown, 2026-11-13, week-two",
    "weeknotes/week-2.md, , week-2",
    "weeknotes/2026-02-30-week.md, , week",
    "findings/Café à côté.md, , café-à-côté",
    "findings/--.draft--.md, , draft",
  })
  void theFileNameGivesDateAndSlug(String path, LocalDate date, String slug) {
    Note note = note(path, "Illustrative.");

    assertThat(note.date()).isEqualTo(Optional.ofNullable(date));
    assertThat(note.slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "interviews/a.md, true",
    "pages/deep/er/a.markdown, true",
    "README.md, false",
    "media/a.md, false",
    "interviews/a.txt, false",
    "interviews/.a.md, false",
    "interviews/.git/a.md, false",
    "Interviews/a.md, false",
  })
  void onlyMarkdownInTheFolderOfAKindIsANote(String path, boolean isNote) {
    assertThat(NoteReader.isNote(path)).isEqualTo(isNote);
  }

  @ParameterizedTest
  @CsvSource({
    "'---\ntitle: Given\n---\n# Written\n', Given",
    "'# Written\n\nText', Written",
    "'\n\n# A **bold** `word` &amp; a [link](x.md) #\n', A bold word & a link",
    "'Text first\n\n# Then *this*\n', Then this",
    "'```\n# no heading\n```\n', illustrative",
    "'---\ntitle: [no, text]\n---\n', illustrative",
    "'---\ntitle: 2026\n---\n', 2026",
    "'## Second level only', illustrative",
  })
  void theTitleIsGivenOrTheFirstHeadingWithoutItsMarkup(String text, String title) {
    assertThat(interview(text).title()).isEqualTo(title);
  }

  @Test
  void aHeadingThatBecomesTheTitleIsNotRepeatedInTheText() {
    assertThat(ReadNotes.html("# The title\n\nText.\n")).isEqualTo("<p>Text.</p>\n");
    assertThat(ReadNotes.html("---\ntitle: Other\n---\n# Heading\n\nText.\n"))
        .isEqualTo("<h2 id=\"heading\">Heading</h2>\n<p>Text.</p>\n");
  }

  @Test
  void carriageReturnsAByteOrderMarkAndNulAreTidiedAway() {
    Note note =
        interview("\uFEFF---\r\ntitle: One\r\nconsent: public\r\n---\r\nTwo\0three.\rFour.\r\n");

    assertThat(note.source())
        .isEqualTo("---\ntitle: One\nconsent: public\n---\nTwo\uFFFDthree.\nFour.\n");
    assertThat(note.title()).isEqualTo("One");
    assertThat(note.frontMatter().text("consent")).contains("public");
    assertThat(note.prose().slotted()).isEqualTo("<p>Two&#xfffd;three.\nFour.</p>\n");
  }

  @Test
  void linesOfKeysCountFromTheTopOfTheFile() {
    Note note = interview("---\ntitle: One\n\nconsent: public\n---\n");

    assertThat(note.frontMatter().line("title")).isEqualTo(2);
    assertThat(note.frontMatter().line("consent")).isEqualTo(4);
    assertThat(note.frontMatter().line("absent")).isEqualTo(1);
  }

  @Test
  void aNoteOf256KibibytesIsReadAndALargerOneIsNot() {
    byte[] largest =
        "Plain words. \n\n".repeat(17_477).substring(0, 262_144).getBytes(StandardCharsets.UTF_8);
    byte[] larger = java.util.Arrays.copyOf(largest, largest.length + 1);
    larger[larger.length - 1] = '\n';

    assertThat(new NoteReader().read(PATH, largest)).isInstanceOf(NoteReader.Result.Read.class);
    assertThat(refusal(PATH, larger))
        .isEqualTo(
            "research/interviews/2026-11-10-illustrative.md: the file is over 256 KiB, so this note"
                + " is not published. Split it, or move its tables to data.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'---\ntitle: a\n'                | 1 | the front matter is never closed",
        "'\n---\nconsent: internal\n---\n'    | 1 | the front matter does not begin in the first line",
        "' ---\nconsent: internal\n---\n' | 1 | the front matter does not begin in the first line",
        "'\u200B---\nconsent: internal\n---\n' | 1 | the front matter does not begin in the first line",
        "'+++\nconsent = 1\n+++\n'        | 1 | the front matter does not begin in the first line",
        "'---\na: 1\nconsent: public\nconsent: internal\n---\n' | 4 | the key 'consent' stands here twice",
        "'---\na: 1\nb: &x 2\n---\n'      | 3 | anchors and aliases are not accepted",
        "'---\na: \"b\n---\n'             | 3 | this is not valid YAML",
        "'---\n- a\n---\n'                | 2 | keys with values are expected here",
      })
  void whatCannotBeReadIsRefusedWithItsLine(String text, int line, String why) {
    assertThat(refusal(PATH, text.getBytes(StandardCharsets.UTF_8)))
        .startsWith("research/" + PATH + ":" + line + ": " + why)
        .contains(", so this note is not published. ");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThat(refusal(PATH, "café".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(
            "research/"
                + PATH
                + ": the file is not UTF-8, so this note is not published. Save it as UTF-8.");
  }

  @Test
  void frontMatterOver16KibibytesIsRefused() {
    String text = "---\ntitle: " + "x".repeat(16 * 1024) + "\n---\n";

    assertThat(refusal(PATH, text.getBytes(StandardCharsets.UTF_8)))
        .startsWith("research/" + PATH + ":1: the front matter is over 16 KiB");
  }

  @Test
  void liquidStaysText() {
    assertThat(org.jsoup.Jsoup.parse(ReadNotes.html("{{ site.secret }} {% include x %}\n")).text())
        .isEqualTo("{{ site.secret }} {% include x %}");
  }

  @Test
  void theSummaryIsTheFirstParagraphAsText() {
    assertThat(
            interview(
                    "## Head\n\n> A quotation.\n\nWe *heard* of [support](x.md) &lt;often&gt;.\nTwice.\n\nMore.\n")
                .prose()
                .summary())
        .isEqualTo("We heard of support <often>. Twice.");
  }

  @Test
  void aLongSummaryEndsBetweenWords() {
    String summary = interview("lorem ".repeat(100)).prose().summary();

    assertThat(summary).endsWith("lorem…").hasSizeLessThanOrEqualTo(241);
    assertThat(interview("x" + "𝒳".repeat(200)).prose().summary().codePoints().toArray())
        .doesNotContain(0xD835);
  }
}
