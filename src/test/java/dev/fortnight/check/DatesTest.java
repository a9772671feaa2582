package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date that cannot be read is told, with the date that was clearly meant. */
class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "13/11/2026   | Did you mean 2026-11-13?",
        "11/13/2026   | Did you mean 2026-11-13?",
        "13.11.2026   | Did you mean 2026-11-13?",
        "11/11/2026   | Did you mean 2026-11-11?",
        "6/11/2026    | Write it as 2026-11-30, the year first.",
        "30/2/2026    | Write it as 2026-11-30, the year first.",
        "2026-02-30   | Write it as 2026-11-30, the year first.",
        "soon         | Write it as 2026-11-30, the year first.",
        "[2026-11-13] | Write it as 2026-11-30, the year first.",
      })
  void whichCannotBeReadGivesWayToTheFileName(String date, String remedy) {
    Illustration illustration =
        new Illustration().note("pages/2026-11-06-a.md", "---\ndate: " + date + "\n---\n");

    assertThat(illustration.research().notes()).hasSize(1);
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/2026-11-06-a.md:2: 'date' is no date that Fortnight can read, so the"
                + " file name's date counts, 2026-11-06. "
                + remedy);
  }
}
