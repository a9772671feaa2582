package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedsTest {

  private static final String SITE = "https://example.org/permits/";

  private static CheckedResearch research() {
    return new Illustration()
        .topic(12, "Why so long?", "We *ask*.")
        .note("assumptions/support.md", "---\ntitle: Nobody answers\n---\nWe test it.\n")
        .note(
            "interviews/2026-11-10-officer.md",
            """
            ---
            title: A parking officer
            consent: public
            topics: [12]
            ---
            See [what we think](../findings/permits-wait.md).

            > It waits for a signature & a stamp.
            {: #q1 .evidence supports="support"}
            """)
        .note(
            "interviews/2026-11-11-shut.md",
            "---\ntitle: Canary\nconsent: internal\ntopics: [12]\n---\n> Canary.\n"
                + "{: #q1 .evidence supports=\"support\"}\n")
        .note(
            "findings/permits-wait.md",
            "---\ntitle: Permits <wait>\ndate: 2026-11-12\nsupports: support\ntopics: [12]\n---\n"
                + "They wait for **a person**.\n")
        .note("weeknotes/2026-11-13-week-2.md", "---\ntitle: Week 2\n---\nWe learned.\n")
        .research();
  }

  private static Tree.Edition edition(int number, Map<String, Integer> approvedIn) {
    return edition(number, approvedIn, approvedIn);
  }

  private static Tree.Edition edition(
      int number, Map<String, Integer> firstIn, Map<String, Integer> approvedIn) {
    LocalDate first = LocalDate.of(2026, 11, 2).plusDays(14L * (number - 1));
    List<Tree.Past> past = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      past.add(
          new Tree.Past(
              i,
              LocalDate.of(2026, 11, 13).plusDays(14L * (i - 1)),
              "A. <Owner>",
              i,
              3,
              2,
              1,
              0,
              0,
              Map.of()));
    }
    return new Tree.Edition(
        number,
        past.get(number - 1).date(),
        "A. Owner",
        number,
        first,
        first.plusDays(13),
        firstIn,
        approvedIn,
        approvedIn,
        new Tree.Difference(
            Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of()),
        past);
  }

  private static Feed atom(SitePages site, String file) throws Exception {
    return (Feed) new WireFeedInput().build(new StringReader(site.text(file)));
  }

  private static List<String> titles(Feed feed) {
    return feed.getEntries().stream().map(Entry::getTitle).toList();
  }

  @Test
  void thereIsAFeedOfAllAndOneOfEachTopicAndAssumption() throws Exception {
    SitePages site = SitePages.working(research());

    assertThat(titles(atom(site, "feed.xml")))
        .containsExactly("Week 2", "Permits <wait>", "A parking officer");
    assertThat(titles(atom(site, "feeds/assumptions/support.xml")))
        .containsExactly("Permits <wait>", "A parking officer");
    assertThat(titles(atom(site, "feeds/topics/12.xml")))
        .containsExactly("Permits <wait>", "A parking officer", "Why so long?");
    assertThat(atom(site, "feeds/topics/12.xml").getTitle())
        .isEqualTo("Parking permits: Why so long?");
  }

  @Test
  void aPageLeadsToItsOwnFeed() throws Exception {
    SitePages site = SitePages.working(research());

    for (String page : List.of("topics/12/", "assumptions/support/")) {
      String file = "../../feeds/" + page.replaceFirst("/$", ".xml");
      assertThat(site.page(page).select("link[rel=alternate]").eachAttr("href"))
          .containsExactly("../../feed.xml", "../../feed.json", file);
      assertThat(site.page(page).select("a[href$=xml]").eachAttr("href")).contains(file);
    }
  }

  @Test
  void anEntryHoldsTheWholeTextWithLinksThatWorkElsewhere() throws Exception {
    Entry entry = atom(SitePages.working(research()), "feed.xml").getEntries().get(2);

    assertThat(entry.getContents().get(0).getValue())
        .contains("<a href=\"https://example.org/permits/working/findings/permits-wait/\"")
        .contains("It waits for a signature &amp; a stamp.");
  }

  @Test
  void idsAreTheSameInEveryTree() throws Exception {
    List<SitePages> trees =
        List.of(
            SitePages.working(research()),
            SitePages.of(research(), edition(1, Map.of("findings/permits-wait.md", 1))),
            SitePages.of(research(), edition(2, Map.of("findings/permits-wait.md", 1))));

    for (String file :
        List.of("feed.xml", "feeds/topics/12.xml", "feeds/assumptions/support.xml")) {
      Set<Set<String>> seen = new HashSet<>();
      for (SitePages tree : trees) {
        Feed feed = atom(tree, file);
        Set<String> ids = new HashSet<>(Set.of(feed.getId()));
        feed.getEntries().stream()
            .map(Entry::getId)
            .filter(id -> !id.contains("/editions/"))
            .forEach(ids::add);
        seen.add(ids);
      }
      assertThat(seen).as(file).hasSize(1);
    }
  }

  @Test
  void aFeedThatSaysNothingNewHasTheSameBytesInTheNextEdition() throws Exception {
    Map<String, Integer> approved = Map.of("findings/permits-wait.md", 1);
    SitePages first = SitePages.of(research(), edition(1, approved));
    SitePages second = SitePages.of(research(), edition(2, approved));

    for (String file : List.of("feeds/topics/12.xml", "feeds/assumptions/support.xml")) {
      assertThat(second.text(file)).as(file).isEqualTo(first.text(file));
    }
  }

  @Test
  void theFeedOfAllTellsOfEachEditionInTheSameWordsForGood() throws Exception {
    Map<String, Integer> approved = Map.of("findings/permits-wait.md", 1);
    Feed first = atom(SitePages.of(research(), edition(1, approved)), "feed.xml");
    Feed second = atom(SitePages.of(research(), edition(2, approved)), "feed.xml");

    assertThat(titles(second))
        .containsExactly("Edition 2", "Edition 1", "Permits <wait>", "Week 2", "A parking officer");
    assertThat(titles(first)).isEqualTo(titles(second).subList(1, 5));
    Entry told = second.getEntries().get(1);
    assertThat(told.getId()).isEqualTo("https://example.org/permits/editions/1/");
    assertThat(told.getContents().get(0).getValue())
        .isEqualTo("<p>Signed off by A. &lt;Owner&gt;. Added: 3. Changed: 2. Removed: 1.</p>")
        .isEqualTo(first.getEntries().get(0).getContents().get(0).getValue());
  }

  @Test
  void noMoreThanTheFiveNewestEditionsAreInTheFeed() throws Exception {
    Feed feed = atom(SitePages.of(research(), edition(7, Map.of())), "feed.xml");

    assertThat(titles(feed))
        .filteredOn(title -> title.startsWith("Edition"))
        .containsExactly("Edition 7", "Edition 6", "Edition 5", "Edition 4", "Edition 3");
  }

  @Test
  void aNoteThatIsPublishedLateIsNewsOnceItIs() throws Exception {
    Map<String, Integer> published = Map.of("interviews/2026-11-10-officer.md", 2);
    Feed feed = atom(SitePages.of(research(), edition(2, published)), "feed.xml");

    assertThat(titles(feed).subList(0, 2)).containsExactly("Edition 2", "A parking officer");
  }

  @Test
  void aFindingThatWasApprovedAnewKeepsItsPlaceAndSaysWhenItChanged() throws Exception {
    Map<String, Integer> first =
        Map.of("findings/permits-wait.md", 1, "weeknotes/2026-11-13-week-2.md", 1);
    Feed feed =
        atom(
            SitePages.of(research(), edition(2, first, Map.of("findings/permits-wait.md", 2))),
            "feed.xml");

    assertThat(titles(feed))
        .containsExactly("Edition 2", "Edition 1", "Permits <wait>", "Week 2", "A parking officer");
    Entry finding = feed.getEntries().get(2);
    assertThat(finding.getPublished()).isEqualTo("2026-11-12T00:00:00Z");
    assertThat(finding.getUpdated()).isEqualTo("2026-11-27T00:00:00Z");
    assertThat(feed.getUpdated()).isEqualTo("2026-11-27T00:00:00Z");
  }

  @Test
  void whatItsAuthorSaysWasChangedIsNewsAgain() throws Exception {
    CheckedResearch research =
        new Illustration()
            .note(
                "findings/old.md",
                "---\ntitle: Old\ndate: 2026-11-03\nlast_modified_at: 2026-11-20\n---\nText.\n")
            .note("findings/new.md", "---\ntitle: New\ndate: 2026-11-12\n---\nText.\n")
            .research();

    assertThat(titles(atom(SitePages.working(research), "feed.xml"))).containsExactly("Old", "New");
  }

  /** Source: RFC 4287, section 4; https://validator.w3.org/feed/docs/atom.html. */
  @Test
  void eachFeedKeepsTheRulesOfAtom() throws Exception {
    SitePages site = SitePages.working(research());
    for (String file :
        List.of("feed.xml", "feeds/topics/12.xml", "feeds/assumptions/support.xml")) {
      Feed feed = atom(site, file);
      assertThat(feed.getTitle()).isNotBlank();
      assertThat(URI.create(feed.getId()).isAbsolute()).isTrue();
      assertThat(feed.getUpdated()).isNotNull();
      assertThat(feed.getAuthors()).isNotEmpty().allMatch(author -> !author.getName().isBlank());
      assertThat(feed.getOtherLinks())
          .extracting(Link::getRel, Link::getHref, Link::getType)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "self", SITE + "working/" + file, "application/atom+xml"));
      assertThat(feed.getAlternateLinks()).hasSize(1);
      List<String> ids = new ArrayList<>(List.of(feed.getId()));
      for (Entry entry : feed.getEntries()) {
        ids.add(entry.getId());
        assertThat(URI.create(entry.getId()).isAbsolute()).isTrue();
        assertThat(entry.getTitle()).isNotBlank();
        assertThat(entry.getUpdated()).isNotNull().isAfterOrEqualTo(entry.getPublished());
        assertThat(entry.getUpdated()).isBeforeOrEqualTo(feed.getUpdated());
        assertThat(entry.getAlternateLinks()).hasSize(1);
        assertThat(entry.getContents()).hasSize(1);
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertThat(entry.getContents().get(0).getValue()).doesNotContain("href=\".", "src=\".");
      }
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  /** Source: https://www.jsonfeed.org/version/1.1/. */
  @Test
  void theFeedInJsonSaysTheSame() throws Exception {
    SitePages site = SitePages.working(research());
    JsonNode json = new ObjectMapper().readTree(site.text("feed.json"));
    Feed atom = atom(site, "feed.xml");

    assertThat(json.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(json.get("title").asText()).isEqualTo(atom.getTitle());
    assertThat(json.get("home_page_url").asText()).isEqualTo(SITE + "working/");
    assertThat(json.get("feed_url").asText()).isEqualTo(SITE + "working/feed.json");
    assertThat(json.get("items")).hasSameSizeAs(atom.getEntries());
    for (int i = 0; i < atom.getEntries().size(); i++) {
      Entry entry = atom.getEntries().get(i);
      JsonNode item = json.get("items").get(i);
      assertThat(item.get("id").asText()).isEqualTo(entry.getId());
      assertThat(item.get("url").asText()).isEqualTo(entry.getAlternateLinks().get(0).getHref());
      assertThat(item.get("title").asText()).isEqualTo(entry.getTitle());
      assertThat(item.get("content_html").asText().strip())
          .isEqualTo(entry.getContents().get(0).getValue());
      assertThat(Instant.parse(item.get("date_modified").asText()))
          .isEqualTo(entry.getUpdated().toInstant());
    }
  }

  @Test
  void whatIsNotPublishedIsInNoFeed() throws Exception {
    SitePages.working(research())
        .tree()
        .files()
        .forEach((file, bytes) -> assertThat(new String(bytes)).as(file).doesNotContain("Canary"));
  }
}
