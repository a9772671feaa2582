package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.PublishedFormats;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

class CitingTest {

  private static final String HOSTILE = "</script><script>alert(1)</script> & \\\\input{x} {100%}";

  private static Illustration research(String site, String title) {
    return new Illustration()
        .programme(
            """
            title: Parking permits
            summary: Why do permits take so long?
            cycle: {first: 2026-11-02}
            site: {url: "%s"}
            """
                .formatted(site))
        .media("data/waits.csv", "Week,Days\n1,9\n".getBytes(StandardCharsets.UTF_8))
        .media(
            "data/waits.yml",
            "title: Waits\ndescription: Illustrative.\nlicence: CC0-1.0\n"
                .getBytes(StandardCharsets.UTF_8))
        .note("assumptions/support.md", "---\ntitle: Nobody answers\n---\nWe test it.\n")
        .note("weeknotes/2026-11-13-a-week.md", "A week.\n")
        .note(
            "findings/permits-wait.md",
            "---\ntitle: \""
                + title
                + "\"\ndate: 2026-11-12\nlast_confirmed: 2026-11-20\n---\n"
                + "They wait.\n");
  }

  private static Tree.Edition edition(int number) {
    List<Tree.Past> past = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      LocalDate day = LocalDate.of(2026, 11, 13).plusDays(14L * (i - 1));
      past.add(new Tree.Past(i, day, "A. Owner", i, 0, 0, 0, 0, 0, Map.of()));
    }
    return new Tree.Edition(
        number,
        past.get(number - 1).date(),
        "A. Owner",
        number,
        LocalDate.of(2026, 11, 2),
        LocalDate.of(2026, 11, 15),
        Map.of("findings/permits-wait.md", 1),
        Map.of("findings/permits-wait.md", 1),
        Map.of("findings/permits-wait.md", 1),
        new Tree.Difference(
            Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of()),
        past);
  }

  private static SitePages site(int number) throws Exception {
    CheckedResearch research = research("https://example.org/permits/", "Permits wait").research();
    return SitePages.of(research, edition(number));
  }

  private static JsonNode graph(Document page) throws Exception {
    JsonNode data =
        new ObjectMapper().readTree(page.select("script[type=application/ld+json]").get(0).data());
    assertThat(data.get("@context").asText()).isEqualTo("https://schema.org");
    return data.get("@graph");
  }

  @Test
  void aFindingIsCitedInOneSentenceAndInBibTex() throws Exception {
    Document page = site(2).page("findings/permits-wait/");

    assertThat(page.select(".related__cite").text())
        .isEqualTo(
            "Parking permits, “Permits wait”, 20 November 2026, edition 1."
                + " https://example.org/permits/findings/permits-wait/");
    assertThat(page.select(".related__bibtex pre").get(0).wholeText())
        .isEqualTo(
            """
            @techreport{parking-permits-findings-permits-wait,
              author = "{Parking permits}",
              title = "{Permits wait}",
              institution = "{Parking permits}",
              number = {1},
              year = {2026},
              month = nov,
              url = {https://example.org/permits/findings/permits-wait/}
            }
            """);
  }

  @Test
  void anEditionIsCitedAtTheAddressThatNeverChanges() throws Exception {
    SitePages site = site(2);

    assertThat(site.page("edition/").select(".related__cite").text())
        .isEqualTo(
            "Parking permits, 27 November 2026, edition 2."
                + " https://example.org/permits/editions/2/");
    assertThat(site.text("citation.bib"))
        .startsWith("@techreport{parking-permits-editions-2,\n")
        .contains("  url = {https://example.org/permits/editions/2/}\n");
  }

  /** Source: https://github.com/citation-file-format/citation-file-format, schema of 1.2.0. */
  @Test
  void theCitationFileHasWhatItsSchemaAsksForAndNothingElse() throws Exception {
    Map<String, Object> file = new Yaml().load(site(2).text("CITATION.cff"));

    assertThat(file)
        .containsOnlyKeys(
            "cff-version",
            "message",
            "type",
            "title",
            "abstract",
            "authors",
            "version",
            "date-released",
            "url",
            "license")
        .containsEntry("cff-version", "1.2.0")
        .containsEntry("message", "Cite this research as follows.")
        .containsEntry("type", "dataset")
        .containsEntry("title", "Parking permits")
        .containsEntry("abstract", "Why do permits take so long?")
        .containsEntry("authors", List.of(Map.of("name", "Parking permits")))
        .containsEntry("version", "2")
        .containsEntry("date-released", "2026-11-27")
        .containsEntry("url", "https://example.org/permits/editions/2/")
        .containsEntry("license", "OGL-UK-3.0");
  }

  @Test
  void programsForReferencesFindAFindingsParticulars() throws Exception {
    Document page = site(2).page("findings/permits-wait/");
    List<String> meta = new ArrayList<>();
    for (Element element : page.select("meta[name^=citation_], meta[name^=DC.]")) {
      meta.add(element.attr("name") + ": " + element.attr("content"));
    }

    assertThat(meta)
        .containsExactly(
            "citation_title: Permits wait",
            "citation_author: Parking permits",
            "citation_publication_date: 2026/11/20",
            "citation_technical_report_institution: Parking permits",
            "citation_technical_report_number: 1",
            "citation_language: en-GB",
            "citation_public_url: https://example.org/permits/findings/permits-wait/",
            "DC.title: Permits wait",
            "DC.creator: Parking permits",
            "DC.date: 2026-11-20",
            "DC.identifier: https://example.org/permits/findings/permits-wait/",
            "DC.language: en-GB",
            "DC.rights: https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            "DC.type: Text");
  }

  @Test
  void pagesSayInTheWordsOfSchemaOrgWhatTheyAre() throws Exception {
    SitePages site = site(2);
    JsonNode finding = graph(site.page("findings/permits-wait/"));
    JsonNode table = graph(site.page("data/waits/"));
    JsonNode week = graph(site.page("weeknotes/a-week/"));

    assertThat(finding.get(0).get("@type").asText()).isEqualTo("Report");
    assertThat(finding.get(0).get("datePublished").asText()).isEqualTo("2026-11-20");
    assertThat(finding.get(0).get("url").asText())
        .isEqualTo("https://example.org/permits/findings/permits-wait/");
    assertThat(finding.get(1).get("@type").asText()).isEqualTo("BreadcrumbList");
    assertThat(finding.get(1).get("itemListElement").findValuesAsText("item"))
        .containsExactly(
            "https://example.org/permits/",
            "https://example.org/permits/findings/",
            "https://example.org/permits/findings/permits-wait/");
    assertThat(table.get(0).get("@type").asText()).isEqualTo("Dataset");
    assertThat(table.get(0).get("license").asText())
        .isEqualTo("https://creativecommons.org/publicdomain/zero/1.0/");
    assertThat(table.get(0).get("distribution").get("contentUrl").asText())
        .isEqualTo("https://example.org/permits/data/waits.csv");
    assertThat(week).hasSize(1);
    assertThat(graph(site.page("edition/")).get(0).get("@type").asText()).isEqualTo("Report");
  }

  @Test
  void aTitleThatLooksLikeMarkupStaysAText() throws Exception {
    SitePages site =
        SitePages.working(research("https://example.org/permits/", HOSTILE).research());
    Document page = site.page("findings/permits-wait/");

    assertThat(graph(page).get(0).get("name").asText())
        .isEqualTo("</script><script>alert(1)</script> & \\input{x} {100%}");
    assertThat(page.select("script")).noneMatch(script -> script.data().contains("alert(1)\n"));
    assertThat(page.select("script:not([src]):not([type])")).isEmpty();
    assertThat(page.select(".related__bibtex pre").text())
        .contains(
            "\\& \\textbackslash{}input\\textbraceleft{}x\\textbraceright{}"
                + " \\textbraceleft{}100\\%\\textbraceright{}");
  }

  @Test
  void noTitleBreaksAFormat() throws Exception {
    CheckedResearch research = research("https://example.org/permits/", HOSTILE).research();
    for (SitePages site :
        List.of(SitePages.of(research, edition(2)), SitePages.working(research))) {
      for (String file : site.tree().files().keySet()) {
        if (PublishedFormats.covers(file)) {
          assertThat(PublishedFormats.faults(file, site.text(file))).as(file).isEmpty();
        }
      }
    }
  }

  @Test
  void aSharedLinkHasATitleAndAPicture() throws Exception {
    SitePages site = site(2);
    Document page = site.page("findings/permits-wait/");

    assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Permits wait");
    assertThat(page.select("meta[property=og:url]").attr("content"))
        .isEqualTo("https://example.org/permits/findings/permits-wait/");
    assertThat(page.select("meta[property=og:image]").attr("content"))
        .isEqualTo("https://example.org/permits/edition/card.png");
    assertThat(site.has("edition/card.png")).isTrue();
  }

  /** Source: https://www.sitemaps.org/protocol.html and its schema. */
  @Test
  void theSitemapListsEachPageOnceAtTheRootsAddress() throws Exception {
    SitePages site = site(2);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(site.text("sitemap.xml"))))
            .getDocumentElement();
    assertThat(root.getLocalName()).isEqualTo("urlset");
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    NodeList urls = root.getElementsByTagNameNS("*", "url");
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < urls.getLength(); i++) {
      NodeList children = urls.item(i).getChildNodes();
      addresses.add(children.item(0).getTextContent());
      assertThat(children.item(0).getLocalName()).isEqualTo("loc");
      if (children.getLength() > 1) {
        assertThat(children.item(1).getLocalName()).isEqualTo("lastmod");
        assertThat(LocalDate.parse(children.item(1).getTextContent()))
            .isEqualTo(LocalDate.of(2026, 11, 13));
      }
    }
    assertThat(addresses)
        .doesNotHaveDuplicates()
        .contains(
            "https://example.org/permits/", "https://example.org/permits/findings/permits-wait/")
        .allMatch(address -> address.startsWith("https://example.org/permits/"))
        .allMatch(address -> address.length() <= 2048 && URI.create(address).isAbsolute())
        .noneMatch(address -> address.contains("404") || address.contains("working"));
    for (String address : addresses) {
      String path = address.substring("https://example.org/permits/".length());
      assertThat(site.page(path).select("link[rel=canonical]").attr("href")).isEqualTo(address);
    }
  }

  @Test
  void crawlersAreToldOfTheSitemapWhereTheyLookForIt() throws Exception {
    CheckedResearch atRoot = research("https://example.org/", "Permits wait").research();

    assertThat(SitePages.of(atRoot, edition(1)).text("robots.txt"))
        .isEqualTo("User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n");
    assertThat(site(1).has("robots.txt")).isFalse();
    assertThat(SitePages.working(atRoot).has("robots.txt")).isFalse();
  }

  @Test
  void whatIsNotReviewedHasNeitherSitemapNorCitationFile() throws Exception {
    SitePages working =
        SitePages.working(research("https://example.org/permits/", "Permits wait").research());

    assertThat(working.has("sitemap.xml")).isFalse();
    assertThat(working.has("CITATION.cff")).isFalse();
    assertThat(working.has("citation.bib")).isFalse();
  }

  @Test
  void aPageThatDidNotChangeHasTheSameBytesInTheNextEdition() throws Exception {
    SitePages first = site(1);
    SitePages second = site(2);

    for (String file :
        List.of("findings/permits-wait/index.html", "data/waits/index.html", "edition/card.png")) {
      assertThat(second.tree().files().get(file))
          .as(file)
          .isEqualTo(first.tree().files().get(file));
    }
  }
}
