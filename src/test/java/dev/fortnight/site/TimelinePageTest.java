package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.AssumptionState;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TimelinePageTest {

  private static final Tree.Past FIRST =
      past(1, 13, Map.of("support", new Tree.Standing(AssumptionState.UNTESTED, 0, 0)));
  private static final Tree.Past SECOND =
      past(2, 27, Map.of("support", new Tree.Standing(AssumptionState.UNTESTED, 0, 0)));
  private static final Tree.Past THIRD =
      past(
          3,
          30,
          Map.of(
              "support", new Tree.Standing(AssumptionState.LEANING, 2, 1),
              "gone", new Tree.Standing(AssumptionState.MIXED, 1, 1)));

  private static Tree.Past past(int number, int day, Map<String, Tree.Standing> standings) {
    return new Tree.Past(
        number,
        LocalDate.of(2026, 11, day),
        "A <Owner>",
        number,
        5,
        2,
        1,
        7,
        number - 1,
        standings);
  }

  private static CheckedResearch research() {
    return new Illustration()
        .note("assumptions/support.md", "---\ntitle: Nobody <answers>\n---\nWe assume so.\n")
        .research();
  }

  private static Document page(Tree tree) throws Exception {
    return SitePages.of(research(), tree).page("edition/timeline/");
  }

  @Test
  void allEditionsAreListedNewestFirstWithWhoApprovedThem() throws Exception {
    Document page = page(new Tree.Working(true, Optional.empty(), List.of(FIRST, SECOND)));

    assertThat(page.select(".timeline__table tbody tr").eachText())
        .containsExactly(
            "Edition 2 27 November 2026 Sprint 2, 16 November 2026 to 29 November 2026 A <Owner> 7"
                + " items approved, 1 held back 5 2 1",
            "Edition 1 13 November 2026 Sprint 1, 2 November 2026 to 15 November 2026 A <Owner> 7"
                + " items approved 5 2 1");
    assertThat(page.select(".timeline__table a").eachAttr("href"))
        .containsExactly(
            "https://example.org/permits/editions/2/", "https://example.org/permits/editions/1/");
  }

  @Test
  void onlyEditionsThatMovedAnAssumptionAreToldOfItAndOnlyOfOneThatIsShown() throws Exception {
    Document page = page(new Tree.Working(true, Optional.empty(), List.of(FIRST, SECOND, THIRD)));

    assertThat(page.select(".steps").eachText())
        .containsExactly(
            "Nobody <answers> Where each assumption stood: Nobody <answers> Edition State People"
                + " for and against Edition 1 13 November 2026 Not tested yet 0 for, 0 against"
                + " Edition 3 30 November 2026 We lean towards it 2 for, 1 against");
    assertThat(page.getElementById("history-support")).isNotNull();
  }

  @Test
  void theSprintToComeIsTheOneUnderWay() throws Exception {
    assertThat(page(new Tree.Working(true)).select("[aria-labelledby=coming] dd").get(0).text())
        .isEqualTo("Sprint 2, 16 November 2026 to 29 November 2026");
  }

  @Test
  void beforeTheFirstEditionThePageSaysSo() throws Exception {
    Document page = page(new Tree.Working(true));

    assertThat(page.text()).contains("There is no edition yet.");
    assertThat(page.select("table")).isEmpty();
  }

  @Test
  void aNewEditionLeavesThePageOfAnAssumptionAsItIs() throws Exception {
    String before =
        SitePages.of(research(), new Tree.Working(true, Optional.empty(), List.of(FIRST)))
            .text("assumptions/support/index.html");
    String after =
        SitePages.of(research(), new Tree.Working(true, Optional.empty(), List.of(FIRST, SECOND)))
            .text("assumptions/support/index.html");

    assertThat(after)
        .isEqualTo(before)
        .contains("href=\"../../edition/timeline/#history-support\"");
  }
}
