package dev.fortnight.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.PublishedSite;
import dev.fortnight.cli.BuiltSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stock Jekyll makes of an export, compared page by page with what Fortnight builds. It is
 * fetched where it is missing, and a comparison that cannot have it fails.
 */
class JekyllPeer {

  @TempDir Path folder;

  @BeforeAll
  static void fetch() {
    if (!PeerProgram.runs("jekyll", "--version")) {
      PeerProgram.fetch("jekyll");
    }
    assertThat(PeerProgram.runs("jekyll", "--version"))
        .as("Jekyll, which as root is installed by: apt-get install jekyll")
        .isTrue();
  }

  @Test
  void theBundledProgrammeIsTheSameSite() throws IOException {
    assertSame(Path.of(""), 70);
  }

  /** Names that YAML, Liquid and Jekyll have an opinion on. */
  @Test
  void whatLooksLikeCodeOrAnotherTypeIsTheSameText() throws IOException {
    Path programme = folder.resolve("programme");
    write(
        programme.resolve("research/programme.yml"),
        "title: \"{{ site.time }}: 'all' \\u2028\\u0085 \\U0001F600 </title>\"\n"
            + "cycle: {first: 2026-11-02}\nsite: {url: \"https://example.org/x/\"}\n");
    List<String> titles =
        List.of("2026-11-12", "yes", "null", "0x1F", "12:30:45", "[a]", "~", "{% raw %}", "# x");
    for (int i = 0; i < titles.size(); i++) {
      write(
          programme.resolve("research/pages/p" + i + ".md"),
          "---\ntitle: \""
              + titles.get(i)
              + "\"\ntags: [\""
              + titles.get(i)
              + "\", no]\n"
              + "permalink: /_drafts/p"
              + i
              + ".html\nredirect_from: /posts/"
              + i
              + "/\n---\n"
              + "{{ 6 | times: 7 }} {% include nothing.html %} \"quoted\" -- (c) ...\n\n"
              + "    {{ page.title }}\n\n<script>alert(1)</script>\n\n[x](https://example.org/?a={{b}})\n");
    }
    assertSame(programme, 20);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void assertSame(Path programme, int pages) {
    BuiltSite.of(programme, folder.resolve("built"));
    BuiltSite.forJekyll(programme, folder.resolve("source"));
    assertThat(
            PeerProgram.runs(
                "jekyll",
                "build",
                "--source",
                folder.resolve("source").toString(),
                "--destination",
                folder.resolve("jekyll").toString(),
                "--disable-disk-cache"))
        .isTrue();
    URI root = URI.create("http://site/");
    PublishedSite ours = new PublishedSite(folder.resolve("built"), root);
    PublishedSite theirs = new PublishedSite(folder.resolve("jekyll"), root);

    assertThat(theirs.paths())
        .containsExactlyElementsOf(
            ours.paths().stream().filter(path -> !path.equals(".fortnight-site")).toList());
    Map<String, Document> made = theirs.pages();
    assertThat(made).hasSizeGreaterThan(pages);
    ours.pages().forEach((path, page) -> assertSame(path, page, made.get(path)));
    for (String path : theirs.paths()) {
      if (!made.containsKey(path)) {
        assertThat(folder.resolve("jekyll").resolve(path))
            .hasSameBinaryContentAs(folder.resolve("built").resolve(path));
      }
    }
  }

  private static void assertSame(String path, Document ours, Document theirs) {
    assertThat(theirs.title()).as(path).isEqualTo(ours.title());
    assertThat(theirs.text()).as(path).isEqualTo(ours.text());
    assertThat(attributes(theirs)).as(path).isEqualTo(attributes(ours));
    assertThat(theirs.select("script").eachText())
        .as(path)
        .isEqualTo(ours.select("script").eachText());
  }

  /** All elements with all that is said of them, links among it. */
  private static List<String> attributes(Document page) {
    return page.getAllElements().stream().map(JekyllPeer::tag).toList();
  }

  private static String tag(Element element) {
    return element.tagName() + element.attributes().html();
  }
}
