package dev.fortnight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cli.DemoSite;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that programs of others read are as those programs expect them. */
class PublishedFormatsTest {

  private static PublishedSite demonstration() {
    return new PublishedSite(
        DemoSite.get().folder().resolve("site"),
        URI.create("https://example.github.io/open-source-in-councils/"));
  }

  @Test
  void allFilesOfTheDemonstrationAreAsTheirFormatsAsk() {
    PublishedSite site = demonstration();
    Map<String, List<String>> faults = new TreeMap<>();
    for (String path : site.paths()) {
      if (PublishedFormats.covers(path)) {
        List<String> found = PublishedFormats.faults(path, site.text(path));
        if (!found.isEmpty()) {
          faults.put(path, found);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void eachFormatIsInEachTreeThatHasIt() {
    PublishedSite site = demonstration();

    assertThat(site.paths())
        .contains("feed.xml", "feed.json", "CITATION.cff", "sitemap.xml", "calendar.ics")
        .contains("working/feed.xml", "working/feed.json", "working/calendar.ics")
        .contains("editions/2/feed.xml", "editions/2/CITATION.cff")
        .anyMatch(path -> path.startsWith("feeds/assumptions/"))
        .anyMatch(path -> path.startsWith("feeds/topics/"));
    assertThat(Stream.of("Report", "Dataset", "BreadcrumbList"))
        .allSatisfy(
            type ->
                assertThat(site.paths())
                    .filteredOn(path -> path.endsWith(".html"))
                    .anyMatch(path -> site.text(path).contains("\"@type\":\"" + type + "\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed.xml | <id>[^<]+</id> | ''",
        "feed.xml | <updated>[^<]+</updated> | <updated>27 November 2026</updated>",
        "feed.xml | <name>[^<]+</name> | ''",
        "feed.xml | (?s)<author>.*</author> | ''",
        "feed.xml | type=\"html\" | type=\"markdown\"",
        "feed.xml | <title> | <heading/><title>",
        "feed.xml | http://www.w3.org/2005/Atom | http://purl.org/atom/ns#",
        "feed.json | \"version\" | \"edition\"",
        "feed.json | \"id\" | \"guid\"",
        "feed.json | \"date_modified\" ?: ?\"[^\"]+\" | \"date_modified\": \"Friday\"",
        "feed.json | content_html | content_markdown",
        "CITATION.cff | cff-version: 1.2.0 | cff-version: 2.0.0",
        "CITATION.cff | date-released: \"[^\"]+\" | date-released: \"27.11.2026\"",
        "CITATION.cff | authors: | author:",
        "CITATION.cff | type: dataset | type: report",
        "sitemap.xml | <loc>https | <loc>ftp",
        "sitemap.xml | <loc> | <loc>/",
        "sitemap.xml | (<url>.*</url>) | $1$1",
        "sitemap.xml | <lastmod>[^<]+ | <lastmod>Friday",
        "sitemap.xml | <urlset [^>]+> | <urlset>",
        "calendar.ics | UID:[^\\r]+\\r\\n | ''",
        "calendar.ics | STATUS:CONFIRMED | STATUS:PERHAPS",
        "index.html | BreadcrumbList | Breadcrumbs",
      })
  void whatIsNotSoIsFound(String name, String given, String instead) {
    PublishedSite site = demonstration();
    String path = name.equals("index.html") ? "findings/support-needs-a-name/" + name : name;
    String text = site.text(path);
    String broken = text.replaceFirst(given, instead);

    assertThat(broken).isNotEqualTo(text);
    assertThat(PublishedFormats.faults(path, broken)).isNotEmpty();
  }
}
