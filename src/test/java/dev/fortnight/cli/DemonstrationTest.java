package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.PublishedSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {

  private static final URI URL = URI.create("https://example.github.io/open-source-in-councils/");

  @TempDir static Path other;

  private static Path folder;
  private static PublishedSite site;

  @BeforeAll
  static void run() {
    folder = DemoSite.get().folder();
    site = new PublishedSite(folder.resolve("site"), URL);
  }

  @Test
  void tellsTheStoryOfTwoSprints() {
    assertThat(DemoSite.get().printed())
        .isEqualTo(
            """

            Sprint 1, 2 November to 15 November 2026
              34 notes and 8 topics collected and checked, 0 left out for want of consent
              working site published
              review: 45 items approved
              edition 1 signed off and published
              announced: We now think: “Councils that publish nothing were mostly never asked to”

            Sprint 2, 16 November to 29 November 2026
              42 notes and 9 topics collected and checked, 1 left out for want of consent
              working site published
              review: 11 items approved, 1 held: findings/a-rota-can-replace-a-vendor.md
              edition 2 signed off and published
              announced: %s

            The site is in %s, as branch gh-pages of
            site.git has it. What Slack would be told is in announcements.jsonl.
            """
                .formatted(
                    "We now lean towards this: “Few teams have the skills to test, build and deploy"
                        + " software automatically”, because two more people spoke for it and one"
                        + " more person spoke against it",
                    folder.resolve("site")));
  }

  @Test
  void leavesWhatOtherToolsRelyOn() {
    for (String name :
        List.of("programme/research/programme.yml", "site.git/HEAD", "site/index.html", "data")) {
      assertThat(folder.resolve(name)).exists();
    }
    assertThat(folder.resolve("site/.git")).doesNotExist();
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    DemoSite.make(other);
    PublishedSite again = new PublishedSite(other.resolve("site"), URL);
    assertThat(again.paths()).isEqualTo(site.paths());
    for (String path : site.paths()) {
      assertThat(other.resolve("site").resolve(path))
          .as(path)
          .hasSameBinaryContentAs(folder.resolve("site").resolve(path));
    }
    assertThat(other.resolve("announcements.jsonl"))
        .hasSameTextualContentAs(folder.resolve("announcements.jsonl"));
  }

  @Test
  void everyLinkOfEveryTreeLeadsSomewhere() {
    assertThat(site.pages()).hasSizeGreaterThan(200);
    assertThat(site.brokenLinks()).isEmpty();
  }

  @Test
  void secondEditionDiffersAndLacksWhatWasHeld() {
    assertThat(site.paths())
        .contains("editions/2/weeknotes/week-4/index.html")
        .doesNotContain(
            "editions/1/weeknotes/week-4/index.html",
            "editions/2/findings/a-rota-can-replace-a-vendor/index.html",
            "findings/a-rota-can-replace-a-vendor/index.html",
            "working/findings/a-rota-can-replace-a-vendor/index.html");
  }

  @Test
  void rootIsTheNewestEdition() {
    for (String path : site.paths()) {
      if (path.startsWith("editions/2/")) {
        assertThat(site.folder().resolve(path.substring("editions/2/".length())))
            .as(path)
            .hasSameBinaryContentAs(site.folder().resolve(path));
      }
    }
  }

  @Test
  void internalInterviewLeavesNoTrace() throws IOException {
    Path note =
        folder.resolve("programme/research/interviews/2026-11-17-supplier-product-manager.md");
    List<String> sentences =
        Files.readString(note).lines().filter(line -> line.length() > 60).toList();
    assertThat(sentences).isNotEmpty();
    for (String path : site.paths()) {
      assertThat(path).doesNotContain("supplier-product-manager");
      if (path.matches(".*\\.(html|xml|json)")) {
        assertThat(site.text(path)).as(path).doesNotContain(sentences);
      }
    }
  }

  @Test
  void valueModelGivesTheProgrammesFigures() {
    String text = site.pages().get("pages/value-model/index.html").text();

    assertThat(text)
        .contains("£12,000", "£18,000", "136", "34", "£270,000", "102", "1,530", "£27,540,000");
  }

  @Test
  void workingSiteIsMarkedAndKeptFromSearchEngines() {
    site.pages()
        .forEach(
            (path, page) -> {
              boolean isWorking = path.startsWith("working/");
              assertThat(page.select("meta[name=robots][content=noindex]").isEmpty())
                  .as(path)
                  .isEqualTo(!isWorking);
              assertThat(page.text().contains("Work in progress, not reviewed."))
                  .as(path)
                  .isEqualTo(isWorking);
            });
  }

  @Test
  void eachEditionIsAnnouncedOnOneLine() throws IOException {
    assertThat(Files.readAllLines(folder.resolve("announcements.jsonl")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{\"channel\":\"log\",\"text\":\"We now"));
  }
}
