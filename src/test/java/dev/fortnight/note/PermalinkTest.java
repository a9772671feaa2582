package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jekyll 4.3 documents of its placeholders, at dates where they differ. */
class PermalinkTest {

  private static final String PATH = "weeknotes/2027/2026-11-13-Risk, it's v1.2.md";

  @ParameterizedTest
  @CsvSource({
    "/:year/, 2027/",
    "/:short_year/, 27/",
    "/:month/, 01/",
    "/:i_month/, 1/",
    "/:short_month/, Jan/",
    "/:long_month/, January/",
    "/:day/, 03/",
    "/:i_day/, 3/",
    "/:y_day/, 003/",
    "/:w_year/, 2026/",
    "/:week/, 53/",
    "/:w_day/, 7/",
    "/:short_day/, Sun/",
    "/:long_day/, Sunday/",
    "/:hour/, 09/",
    "/:minute/, 05/",
    "/:second/, 07/",
    "/:title/, Risk-it-s-v1.2/",
    "/:slug/, risk-it-s-v1-2/",
    "/:name/, 2026-11-13-risk-it-s-v1-2/",
    "/:basename/, 2026-11-13-Risk-it-s-v1.2/",
    "/:path/, 2027/2026-11-13-Risk-it-s-v1.2/",
    "/:collection/a/, weeknotes/a/",
    "/:slugified_categories/a/, open-source/law/a/",
    "/a:output_ext, a.html",
    "/:year-:month-:day/, 2027-01-03/",
    "/:year_:month/, 2027_01/",
    "/:w_year/W:week/, 2026/W53/",
    ":year, 2027/",
  })
  void placeholderStandsForWhatJekyllSays(String template, String address) {
    Note note =
        ReadNotes.note(
            PATH,
            "---\ndate: 2027-01-03 9:05:07 +0100\ncategories: [Open Source, Law, law]\npermalink: "
                + template
                + "\n---\nText.\n");

    assertThat(Address.of(note)).hasValue(address);
  }

  @ParameterizedTest
  @CsvSource({
    "date: 2026-11-13, 00/00/00/",
    "date: 2026-11-13 14:30, 14/30/00/",
    "date: 2026-11-13T14:30:59.25Z, 14/30/59/",
  })
  void timeThatIsLeftOutIsMidnight(String date, String address) {
    Note note =
        ReadNotes.note(
            "pages/a.md", "---\n" + date + "\npermalink: /:hour/:minute/:second/\n---\nText.\n");

    assertThat(Address.of(note)).hasValue(address);
  }

  @ParameterizedTest
  @CsvSource({
    "'categories: alpha Beta', alpha/beta/a/",
    "'categories: [alpha, Beta, ALPHA]', alpha/beta/a/",
    "'category: Alpha', alpha/a/",
    "'categories:', a/",
    "'tags: alpha', a/",
  })
  void categoriesAreALittlePath(String categories, String address) {
    Note note =
        ReadNotes.note(
            "pages/a.md", "---\n" + categories + "\npermalink: /:categories/a/\n---\nText.\n");

    assertThat(Address.of(note)).hasValue(address);
  }

  @ParameterizedTest
  @CsvSource({
    "pages/about.md, /:path/:basename/, about/",
    "pages/team/About Us.md, /:path/:basename/, team/About-Us/",
    "findings/deep/risk.md, /f/:path/, f/deep/risk/",
    "pages/2026-11-13-.md, /:title/, 2026-11-13/",
  })
  void pathOfAPageIsItsFolderAndThatOfOthersHoldsTheName(
      String path, String template, String address) {
    assertThat(Address.of(ReadNotes.note(path, "---\npermalink: " + template + "\n---\nText.\n")))
        .hasValue(address);
  }

  @ParameterizedTest
  @CsvSource({
    "slug: Nobody Asked, Nobody-Asked/nobody-asked/",
    "slug: v1.2, v1.2/v1-2/",
  })
  void slugReplacesTheName(String slug, String address) {
    Note note =
        ReadNotes.note("pages/a.md", "---\n" + slug + "\npermalink: /:title/:slug/\n---\nText.\n");

    assertThat(Address.of(note)).hasValue(address);
  }

  @Test
  void whatAPlaceholderStandsForIsNoTemplate() {
    Note note =
        ReadNotes.note(
            "pages/a.md", "---\ncategories: ':title'\npermalink: /:categories/a/\n---\nText.\n");

    assertThat(Address.of(note)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/:tilte/, :tilte",
    "/:titles/, :titles",
    "/:Year/, :Year",
    "/a/:year_day/, :year_day",
  })
  void unknownPlaceholderIsNamed(String template, String unknown) {
    assertThat(new Permalink(template).unknown()).hasValue(unknown);
  }

  @Test
  void eachStyleOfJekyllHasItsTemplate() {
    Note note = ReadNotes.note("weeknotes/2026-11-06-one.md", "---\ncategory: alpha\n---\nText.\n");

    assertThat(
            List.of("date", "pretty", "ordinal", "weekdate", "none").stream()
                .map(style -> Permalink.ofStyle(style).expand(note).orElseThrow()))
        .containsExactly(
            "/alpha/2026/11/06/one.html",
            "/alpha/2026/11/06/one/",
            "/alpha/2026/310/one.html",
            "/alpha/2026/W45/Fri/one.html",
            "/alpha/one.html");
  }
}
