package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPagesTest {

  private static final String CSV = "Skill,Teams\n\"Tests, <b>all</b>\",6\nReview,-2\n";
  private static final String DESCRIBED =
      """
      title: What <teams> do
      description: Illustrative figures & more.
      source: A survey
      licence: CC0-1.0
      columns: {Teams: How many teams}
      chart: {kind: bar, x: Skill, y: Teams}
      """;

  private static Illustration with(String csv, String described) {
    return new Illustration()
        .media("data/skills.csv", csv.getBytes(StandardCharsets.UTF_8))
        .media("data/skills.yml", described.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTableBecomesAChartATableAndADownload() throws Exception {
    SitePages site = SitePages.working(with(CSV, DESCRIBED).research());
    Document page = site.page("data/skills/");

    assertThat(page.select("h1").text()).isEqualTo("What <teams> do");
    assertThat(page.select("b")).isEmpty();
    assertThat(page.select("table tr").eachText())
        .containsExactly("Skill Teams", "Tests, <b>all</b> 6", "Review -2");
    assertThat(page.getElementById("chart-text").text())
        .isEqualTo(
            "Bars of Teams for each Skill. The highest is Tests, <b>all</b> with 6, the lowest"
                + " Review with -2. The table below has all of them.");
    assertThat(page.select(".chart__bar")).hasSize(2);
    assertThat(page.select("a[download]").attr("href")).isEqualTo("../../data/skills.csv");
    assertThat(page.select(".reach").text())
        .isEqualTo(
            "About this table Teams How many teams Where it comes from A survey Licence CC0 1.0");
    assertThat(site.page("data/").select(".entry").text())
        .isEqualTo("What <teams> do Illustrative figures & more.");
  }

  @Test
  void aTableWithoutADescriptionIsNamed() {
    Checker.Result result =
        new Illustration().media("data/skills.csv", CSV.getBytes(StandardCharsets.UTF_8)).check();

    assertThat(result.research().data()).isEmpty();
    assertThat(result.problems())
        .extracting(String::valueOf)
        .containsExactly(
            "research/data/skills.csv: this table has no description, so it has no page. Put"
                + " a file of the same name that ends in .yml beside it, with a title and"
                + " description.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "=1+1|'=1+1",
        "+44 to call|'+44 to call",
        "-x|'-x",
        "@SUM(A1)|'@SUM(A1)",
        "-5|-5",
        "+2.5|+2.5",
        "plain|plain",
      })
  void aCellThatASpreadsheetWouldRunIsMadeHarmlessInTheDownload(String cell, String safe)
      throws Exception {
    SitePages site =
        SitePages.working(
            with("Cell,Other\n" + cell + ",x\n", "title: T\ndescription: D\n").research());

    assertThat(site.text("data/skills.csv")).isEqualTo("Cell,Other\r\n" + safe + ",x\r\n");
  }

  @Test
  void tabsAndReturnsAtTheBeginningAreHarmlessTooAndQuotesAreDoubled() throws Exception {
    SitePages site =
        SitePages.working(
            with("A,B,C\n\t=1,\"\r=2\",\"say \"\"no\"\"\"\n", "title: T\ndescription: D\n")
                .research());

    assertThat(site.text("data/skills.csv"))
        .isEqualTo("A,B,C\r\n'\t=1,\"'\r=2\",\"say \"\"no\"\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"robin@anytown.example", "Anytown, 01632 960 123"})
  void aTableThatPointsToAPersonLeavesNoTrace(String cell) throws Exception {
    Checker.Result result =
        with("Skill,Teams\n\"" + cell + "\",canary\n", "title: T\ndescription: D\n").check();

    SitePages site = SitePages.working(result.research());
    assertThat(result.problems()).extracting(problem -> problem.check()).contains("personal-data");
    site.tree()
        .files()
        .forEach(
            (file, bytes) ->
                assertThat(file + new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain("data/skills", "canary"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,B;1|title: T;description: D|research/data/skills.csv:2: this row has 1 cells and the"
            + " header 2, so the file is not published.",
        "A,A;1,2|title: T;description: D|research/data/skills.csv:1: two columns have one name, so"
            + " the file is not published.",
        "A,B|title: T;description: D|research/data/skills.csv:1: the file has no rows, so it is not"
            + " published.",
        "A;1|title: T|research/data/skills.yml:1: the description has no 'description', so the file"
            + " is not published.",
        "A;1|title: T;description: D;kind: x|research/data/skills.yml:3: a description has no key"
            + " 'kind', so the file is not published.",
        "A;1|title: T;description: D;chart: {kind: pie}|research/data/skills.yml:3: the chart cannot"
            + " be drawn, so the file is not published.",
      })
  void whatCannotBeReadHasAProblemAndNoPage(String csv, String described, String problem)
      throws Exception {
    Checker.Result result =
        with(csv.replace(';', '\n') + "\n", described.replace(';', '\n') + "\n").check();

    assertThat(result.problems()).hasSize(1);
    assertThat(Illustration.line(result.problems().get(0))).contains(problem);
    assertThat(result.research().data()).isEmpty();
  }

  @Test
  void aTableOfTooManyRowsOrTooLargeIsRefused() {
    assertThat(with("A\n" + "1\n".repeat(2_001), "title: T\ndescription: D\n").research().data())
        .isEmpty();
    assertThat(with("A\n" + "1\n".repeat(2_000), "title: T\ndescription: D\n").research().data())
        .hasSize(1);
    assertThat(
            with("A\n" + "x".repeat(1_001) + "\n", "title: T\ndescription: D\n").research().data())
        .isEmpty();
  }

  @Test
  void aFileWithoutADescriptionIsNotPublished() throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration()
                .media("data/raw.csv", "A\n1\n".getBytes(StandardCharsets.UTF_8))
                .research());

    assertThat(site.tree().files().keySet()).noneMatch(file -> file.startsWith("data/"));
  }
}
