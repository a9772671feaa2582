package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not be published leaves no word anywhere in a tree. */
class NoTraceTest {

  private static final String CANARY = "zanzibaricanary";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: x",
        "consent: internal",
        "consent: withdrawn",
        "consent: Public",
        "consent: [public]",
        "consent: public\nconsent_expires: 2026-11-19",
        "consent: public\nconsent_expires:",
        "consent: public\npublish_after: 2026-11-20",
        "consent: public\npublished: false",
        "consent: public\ndraft: true",
      })
  void aNoteWithoutCleanConsentLeavesNoTrace(String frontMatter) throws Exception {
    assertLeavesNoTrace("interviews/2026-11-10-" + CANARY + ".md", frontMatter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: no",
        "draft: yes",
        "publish_after: 2027-01-01",
        "consent: internal",
        "consent: findings-only",
        "Consent: internal",
        "permalink: /../" + CANARY + "/",
      })
  void aFindingThatIsHeldBackLeavesNoTrace(String frontMatter) throws Exception {
    assertLeavesNoTrace("findings/" + CANARY + ".md", frontMatter);
  }

  private static void assertLeavesNoTrace(String path, String frontMatter) throws Exception {
    Checker.Result result =
        illustration()
            .note(path, note(frontMatter))
            .media("media/" + CANARY + ".png", pixel())
            .check();

    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(result.research(), Theme.bundled(), new Tree.Working(true), sink);
    sink.tree()
        .files()
        .forEach(
            (name, bytes) -> {
              assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
              assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                  .as(name)
                  .doesNotContain(CANARY);
            });
    assertThat(sink.tree().files()).containsKeys("findings/open/index.html", "feed.xml");
    assertThat(sink.tree().files().keySet()).noneMatch(name -> name.startsWith("media/"));
    assertThat(beginnings(sink.tree())).noneMatch(line -> line.startsWith("zan"));
  }

  /** What the search index has words with; it writes none of them out. */
  private static List<String> beginnings(SiteTree tree) {
    return new String(tree.files().get("search/beginnings.txt"), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void theSameWordsAreFoundWhereTheNoteIsPublic() throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(
        illustration()
            .note("interviews/2026-11-10-" + CANARY + ".md", note("consent: public"))
            .media("media/" + CANARY + ".png", pixel())
            .research(),
        Theme.bundled(),
        new Tree.Working(true),
        sink);

    List<String> files =
        sink.tree().files().entrySet().stream()
            .filter(
                file -> new String(file.getValue(), StandardCharsets.ISO_8859_1).contains(CANARY))
            .map(java.util.Map.Entry::getKey)
            .toList();
    assertThat(files)
        .contains(
            "assumptions/a/index.html",
            "feed.xml",
            "findings/open/index.html",
            "interviews/" + CANARY + "/index.html",
            "interviews/index.html",
            "topics/1/index.html");
    assertThat(sink.tree().files().keySet()).anyMatch(name -> name.startsWith("media/"));
    assertThat(beginnings(sink.tree())).contains("zanzi");
  }

  @Test
  void ofAQuotedNoteOnlyTheMarkedWordsAreShown() throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(
        illustration()
            .note(
                "interviews/2026-11-10-" + CANARY + ".md",
                note("consent: findings-only")
                    .replace("> " + CANARY + " said", "> Somebody said")
                    .replace(CANARY + ".example", "example.org")
                    .replace("role: " + CANARY, "role: officer")
                    .replace("council: " + CANARY, "council: district")
                    .replace("participants: [" + CANARY + "]", "participants: [P07]"))
            .research(),
        Theme.bundled(),
        new Tree.Working(true),
        sink);

    sink.tree()
        .files()
        .forEach(
            (name, bytes) ->
                assertThat(name + new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(CANARY));
    assertThat(
            new String(sink.tree().files().get("findings/open/index.html"), StandardCharsets.UTF_8))
        .contains("Somebody said");
  }

  private static Illustration illustration() {
    return new Illustration()
        .topic(1, "A topic", "Text.")
        .note("assumptions/a.md", "An assumption.")
        .note(
            "findings/open.md",
            "---\ndate: 2026-11-01\nevidence: [interviews/2026-11-10-"
                + CANARY
                + "#q1]\n---\nText, with a [link](../interviews/2026-11-10-"
                + CANARY
                + ".md) and [one more](/interviews/"
                + CANARY
                + "/).\n");
  }

  private static String note(String frontMatter) {
    return """
        ---
        %s
        description: zanzibaricanary
        tags: [zanzibaricanary]
        role: zanzibaricanary
        council: zanzibaricanary
        method: desk-research
        author: zanzibaricanary
        participants: [zanzibaricanary]
        topics: [1]
        ---
        # Zanzibaricanary

        Body zanzibaricanary. ![zanzibaricanary](../media/zanzibaricanary.png)

        > zanzibaricanary said [it](https://zanzibaricanary.example/).
        {: #q1 .evidence supports="a"}
        """
        .formatted(frontMatter);
  }

  private static byte[] pixel() throws Exception {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(1, 1, 1), "png", out);
    return out.toByteArray();
  }
}
