package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.topic.Removal;
import dev.fortnight.topic.RemovedTopic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A topic that is gone says so at its address, and says nothing else any more. */
class RemovedTopicsInEditionsTest {

  private static final String WEEKNOTE = "weeknotes/2026-11-13-week-2.md";
  private static final String PAGE = "topics/3/index.html";
  private static final Instant LATER = Instant.parse("2026-11-27T14:30:00Z");

  @TempDir Path data;

  private SignedOff programme;
  private Source source;

  @BeforeEach
  void open() {
    programme = new SignedOff(data);
    source =
        Source.small()
            .topic(3, "Why does Canary ask?")
            .topic(4, "Who pays?")
            .with(
                WEEKNOTE,
                "---\ntitle: Week 2\ntopics: [3, 4]\n---\nWe [asked](/topics/3/) about it.\n");
  }

  @AfterEach
  void close() {
    programme.close();
  }

  @Test
  void theNextEditionSaysThatItIsGone() {
    programme.edition(source, 1);

    ApprovedEdition second = programme.edition(source.removedTopic(3, Removal.DELETED), 2);

    Map<String, String> site = SiteTexts.of(second.site());
    assertThat(site.get(PAGE))
        .contains("<title>Topic 3 – Illustrative research</title>")
        .contains("<meta name=\"robots\" content=\"noindex\">")
        .contains(
            "<p>This topic was removed on 13 November 2026: it was deleted from our backlog.</p>");
    assertThat(site.get("weeknotes/week-2/index.html"))
        .contains("<a href=\"../../topics/3/\">asked</a>")
        .contains("<a href=\"../../topics/3/\">Topic 3 (removed)</a>");
    assertThat(SiteTexts.joined(second.site())).doesNotContain("Canary");
    assertThat(site.get("edition/changes.json")).contains("\"Topic 3\"");
    assertThat(site.get("sitemap.xml")).contains("topics/4/").doesNotContain("topics/3/");
    assertThat(site).doesNotContainKey("topics/3/feed.xml");
    assertThat(second.news().gone()).containsExactly("Topic 3");
  }

  @Test
  void itStaysSoInAllLaterEditionsWhetherANoteNamesItOrNot() {
    programme.edition(source.without(WEEKNOTE), 1);
    programme.edition(source.removedTopic(3, Removal.DELETED), 2);

    ApprovedEdition third = programme.edition(source, 3);

    assertThat(SiteTexts.of(third.site())).containsKey(PAGE);
    assertThat(third.facts().difference().removed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Removal.class,
      names = {"DELETED", "TRANSFERRED", "CONVERTED", "LOST_ACCESS"})
  void editionsBeforeLoseItAtOnce(Removal reason) {
    programme.edition(source, 1);

    ApprovedEdition again =
        programme.editions().edition(1, source.removedTopic(3, reason).at(LATER));

    assertThat(again.isAmended()).isTrue();
    assertThat(SiteTexts.of(again.site()).get(PAGE))
        .contains("This topic was removed on 13 November 2026");
    assertThat(SiteTexts.joined(again.site())).doesNotContain("Canary");
  }

  @Test
  void aLabelThatWasTakenOffLeavesEditionsBeforeAsTheyWere() {
    Map<String, String> first = SiteTexts.of(programme.edition(source, 1).site());

    ApprovedEdition again =
        programme.editions().edition(1, source.removedTopic(3, Removal.LABEL_REMOVED).at(LATER));

    assertThat(again.isAmended()).isFalse();
    assertThat(SiteTexts.of(again.site())).isEqualTo(first);
  }

  @Test
  void anEditionSaysForeverWhatItSaid() {
    programme.edition(source, 1);
    Map<String, String> second =
        SiteTexts.of(programme.edition(source.removedTopic(3, Removal.LOST_ACCESS), 2).site());

    ApprovedEdition again =
        programme
            .editions()
            .edition(
                2,
                Source.small()
                    .with(WEEKNOTE, "---\ntitle: Week 2\ntopics: [3, 4]\n---\nAnother text.\n")
                    .topic(3, "Back again")
                    .topic(4, "Who pays?")
                    .removedTopic(9, Removal.DELETED)
                    .at(LATER));

    assertThat(again.isAmended()).isFalse();
    assertThat(SiteTexts.of(again.site())).isEqualTo(second);
  }

  @Test
  void whatNobodyEverSawHasNoPageUnlessANoteNamesIt() {
    source
        .removedTopic(3, Removal.DELETED)
        .removedTopic(5, Removal.DELETED)
        .removedTopic(6, Removal.DELETED)
        .with("pages/about.md", "---\ntitle: About\n---\nSee [it](/topics/6/).\n");

    Map<String, String> site = SiteTexts.of(programme.edition(source, 1).site());

    assertThat(site)
        .containsKeys(PAGE, "topics/6/index.html")
        .doesNotContainKey("topics/5/index.html");
  }

  @Test
  void theWorkingSiteSaysSoToo() {
    programme.edition(source, 1);

    Map<String, String> site =
        SiteTexts.of(programme.workingSite(source.removedTopic(3, Removal.CONVERTED), 2).site());

    assertThat(site.get(PAGE))
        .contains("This topic was removed on 13 November 2026: it has become a discussion.");
    assertThat(String.join("\n", site.values())).doesNotContain("Canary");
  }

  @Test
  void aTopicThatMovedWithinTheBacklogLeadsToItsNewPage() {
    source.removedTopic(
        new RemovedTopic("3", Removal.TRANSFERRED, Source.REVIEW, Optional.of("4")));

    assertThat(SiteTexts.of(programme.edition(source, 1).site()).get(PAGE))
        .contains("<p>It is now <a href=\"../../topics/4/\">Topic 4</a>.</p>");
  }

  @Test
  void aNewPageThatIsNotThereIsNotLinkedTo() {
    source.removedTopic(
        new RemovedTopic("3", Removal.TRANSFERRED, Source.REVIEW, Optional.of("40")));

    assertThat(SiteTexts.of(programme.edition(source, 1).site()).get(PAGE))
        .contains("it was moved elsewhere.</p>")
        .doesNotContain("It is now");
  }
}
