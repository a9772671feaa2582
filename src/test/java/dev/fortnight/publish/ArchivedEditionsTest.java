package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.SignedOff;
import dev.fortnight.edition.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedEditionsTest {

  @TempDir Path folder;

  private SignedOff signedOff;
  private Branch branch;

  @BeforeEach
  void open() {
    signedOff = new SignedOff(folder.resolve("data"));
    branch = Branch.create(folder.resolve("site.git"));
  }

  @AfterEach
  void close() {
    signedOff.close();
  }

  @Test
  void editionBeyondThoseKeptBecomesAnArchiveOfWhatWasPublished() throws IOException {
    Source source = Source.small();
    publisher(1).publish(signedOff.edition(source, 1));
    Map<String, String> before = branch.files();

    publisher(1).publish(signedOff.edition(changed(source), 2));

    Map<String, String> archived = new TreeMap<>();
    for (Map.Entry<ZipEntry, String> entry : archive("editions/1/edition-1.zip").entrySet()) {
      assertThat(entry.getKey().getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 11, 13, 0, 0));
      archived.put(entry.getKey().getName().replace("edition-1/", "editions/1/"), entry.getValue());
    }
    before.keySet().removeIf(path -> !path.startsWith("editions/1/"));
    assertThat(archived).isEqualTo(before);
    assertThat(branch.files().keySet().stream().filter(path -> path.startsWith("editions/1/")))
        .containsExactly(
            "editions/1/assets/cite.js",
            "editions/1/assets/fortnight.css",
            "editions/1/assets/govuk-frontend.css",
            "editions/1/assets/icon.svg",
            "editions/1/assets/programme.css",
            "editions/1/assets/recording.js",
            "editions/1/assets/search-index.js",
            "editions/1/assets/search-passage.js",
            "editions/1/assets/search.js",
            "editions/1/assets/switcher.js",
            "editions/1/edition-1.zip",
            "editions/1/edition/manifest.json",
            "editions/1/index.html");
  }

  @Test
  void pageOfAnArchiveSaysWhatItIsAndLeadsOnUnderAnyAddress() throws IOException {
    publisher(1).publish(signedOff.edition(Source.small(), 1));
    publisher(1).publish(signedOff.edition(changed(Source.small()), 2));

    Document page =
        Jsoup.parse(
            branch.files().get("editions/1/index.html"), "https://example.org/any/editions/1/");

    assertThat(page.select("main").text())
        .contains("Edition 1 is kept as an archive")
        .contains("13 November 2026")
        .contains("Signed off by Product owner (illustrative)");
    assertThat(page.select("main a").eachAttr("abs:href"))
        .containsExactly(
            "https://example.org/any/editions/1/edition-1.zip",
            "https://example.org/any/editions/1/edition/manifest.json",
            "https://example.org/any/");
    assertThat(page.select("[href^=/], [src^=/], a[href$='feed.xml']")).isEmpty();
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/research/editions/1/");
  }

  @Test
  void versionsSayWhichEditionsAreArchives() throws IOException {
    publisher(1).publish(signedOff.edition(Source.small(), 1));
    publisher(1).publish(signedOff.edition(changed(Source.small()), 2));

    Versions versions = Versions.read(branch.files().get("versions.json").getBytes(UTF_8)).get();

    assertThat(versions.editions().get(1).archived()).isTrue();
    assertThat(versions.editions().get(2).archived()).isFalse();
    assertThat(versions.editions().get(1).date()).isEqualTo("2026-11-13");
  }

  @Test
  void archiveIsMadeOnceAndThenKept() throws IOException {
    var first = signedOff.edition(Source.small(), 1);
    publisher(1).publish(first);
    publisher(1).publish(signedOff.edition(changed(Source.small()), 2));
    ObjectId tip = branch.tip();

    Publisher.Outcome again = publisher(1).publish(first);

    assertThat(again).isInstanceOf(Publisher.Outcome.Unchanged.class);
    assertThat(branch.tip()).isEqualTo(tip);
  }

  @Test
  void workingSiteFoldsTooWhenFewerAreToBeKept() throws IOException {
    publisher(5).publish(signedOff.edition(Source.small(), 1));
    publisher(5).publish(signedOff.edition(changed(Source.small()), 2));
    assertThat(branch.files()).doesNotContainKey("editions/1/edition-1.zip");

    publisher(1).publish(signedOff.workingSite(changed(Source.small()), 2));

    assertThat(branch.files()).containsKeys("editions/1/edition-1.zip", "working/index.html");
  }

  private static Source changed(Source source) {
    return source.with(Source.FINDING, Source.finding("Risk is about assurance, not licences"));
  }

  private Map<ZipEntry, String> archive(String path) throws IOException {
    Map<ZipEntry, String> entries = new java.util.LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    try (Repository repository = branch.open();
        ZipInputStream zip =
            new ZipInputStream(
                new ByteArrayInputStream(
                    repository
                        .open(repository.resolve("refs/heads/gh-pages:" + path))
                        .getBytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry, new String(zip.readAllBytes(), UTF_8));
        names.add(entry.getName());
      }
    }
    // folder by folder, so that a folder's files stand before a file that begins like it
    assertThat(names).isSortedAccordingTo(Comparator.comparing(name -> name.replace('/', '\0')));
    return entries;
  }

  private GitHubPagesPublisher publisher(int keep) {
    return new GitHubPagesPublisher(
        folder.resolve("site.git").toString(),
        Settings.keeping(keep),
        folder.resolve("cache"),
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC));
  }
}
