package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.SourceFolder;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.programme.ProgrammeReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reader comes for is at most three clicks from the first page of an edition. */
class FiveQuestionsTest {

  private static final int MOST_CLICKS = 3;
  private static final String FINDING = "findings/risk-is-about-assurance.md";

  private static final Map<String, Document> WITHIN_REACH = new HashMap<>();

  @BeforeAll
  static void walk() throws Exception {
    Path folder = Path.of("");
    SourceFolder source = new SourceFolder(folder);
    Snapshot snapshot =
        Snapshot.of(
            ProgrammeReader.read(folder).programme(),
            source.notes().notes(),
            List.of(),
            source,
            PersonalDataPolicy.EMPTY,
            Instant.parse("2026-11-27T12:00:00Z"));
    Tree.Edition edition =
        new Tree.Edition(
            1,
            LocalDate.of(2026, 11, 27),
            "Product owner (illustrative)",
            2,
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 11, 29),
            Map.of(FINDING, 1),
            Map.of(FINDING, 1),
            Map.of(FINDING, 1),
            new Tree.Difference(
                Optional.empty(),
                List.of(),
                List.of(new Tree.Change(FINDING, "What makes reuse feel risky")),
                List.of(),
                List.of(),
                List.of()),
            List.of());
    SitePages site = SitePages.of(Checker.check(snapshot).research(), edition);
    List<String> now = List.of("");
    for (int clicks = 0; clicks <= MOST_CLICKS; clicks++) {
      List<String> next = new ArrayList<>();
      for (String address : now) {
        if (!WITHIN_REACH.containsKey(address) && site.has(address + "index.html")) {
          Document page = site.page(address);
          WITHIN_REACH.put(address, page);
          next.addAll(links(address, page));
        }
      }
      now = next;
    }
  }

  private static List<String> links(String address, Document page) {
    URI here = URI.create("http://tree/" + address);
    List<String> links = new ArrayList<>();
    for (Element link : page.select("a[href]")) {
      URI there = here.resolve(link.attr("href"));
      if ("tree".equals(there.getHost())) {
        links.add(there.getPath().substring(1));
      }
    }
    return links;
  }

  private static void assertAnswered(Predicate<Document> answer) {
    assertThat(WITHIN_REACH.values()).anyMatch(answer);
  }

  @Test
  void whatDidTheyFindAboutRisk() {
    assertAnswered(
        page -> page.select("h1").text().startsWith("What makes reuse feel risky is missing"));
  }

  @Test
  void onWhatEvidence() {
    assertAnswered(
        page ->
            page.select("h1").text().startsWith("What makes reuse feel risky")
                && page.select(".voice").size() > 3);
    assertThat(WITHIN_REACH).containsKeys("evidence/", "interviews/county-architect/");
  }

  @Test
  void isItApprovedAndByWhom() {
    assertAnswered(page -> page.select(".facts").text().contains("Approved in edition 1"));
    assertAnswered(
        page ->
            page.select(".facts").text().contains("Signed off by Product owner (illustrative)"));
  }

  @Test
  void whatChangedThisFortnight() {
    assertAnswered(
        page ->
            page.select("h1").text().equals("What changed in edition 1")
                && page.select(".row__title").text().contains("What makes reuse feel risky"));
  }

  @Test
  void howCanITakePartOrWithdraw() {
    assertThat(WITHIN_REACH).containsKeys("pages/take-part/", "pages/correct-or-withdraw/");
    assertThat(WITHIN_REACH.get("interviews/county-architect/").select("a").eachAttr("href"))
        .contains("../../pages/correct-or-withdraw/");
  }
}
