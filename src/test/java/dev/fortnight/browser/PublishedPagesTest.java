package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each page of each tree: editions, an archive, the working site, and before. */
class PublishedPagesTest {

  @TempDir static Path folder;

  private static final Map<String, Document> PAGES = new TreeMap<>();

  @BeforeAll
  static void build() {
    Sites.demonstration().pages().forEach(PAGES::put);
    Sites.withAnArchive(folder).pages().forEach((path, page) -> PAGES.put("archive/" + path, page));
    Sites.waiting(folder).pages().forEach((path, page) -> PAGES.put("waiting/" + path, page));
    assertThat(PAGES).hasSizeGreaterThan(200);
  }

  @Test
  void partsOfThePageAreToldApart() {
    each(
        (path, page) -> {
          assertThat(page.select("body > header, main#main, body > footer")).as(path).hasSize(3);
          assertThat(page.select("main main, header main, main header[role], main footer[role]"))
              .as(path)
              .isEmpty();
          assertThat(page.body().firstElementChild().attr("href")).as(path).isEqualTo("#main");
          List<String> names = page.select("nav, aside").eachAttr("aria-label");
          assertThat(names).as(path).hasSameSizeAs(page.select("nav, aside"));
          assertThat(names).as(path).doesNotHaveDuplicates();
          for (Element named : page.select("[aria-labelledby]")) {
            for (String id : named.attr("aria-labelledby").split(" ")) {
              assertThat(page.getElementById(id)).as(path + " " + id).isNotNull();
            }
          }
        });
  }

  @Test
  void headingsBeginWithTheOnlyFirstOneAndSkipNoLevel() {
    each(
        (path, page) -> {
          List<Integer> levels =
              page.select("h1, h2, h3, h4, h5, h6").stream()
                  .map(heading -> heading.tagName().charAt(1) - '0')
                  .toList();
          assertThat(levels).as(path).startsWith(1);
          assertThat(levels.subList(1, levels.size())).as(path).doesNotContain(1);
          for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as(path).isLessThanOrEqualTo(levels.get(i - 1) + 1);
          }
        });
  }

  @Test
  void tablesHaveHeadersThatSayWhatTheyHead() {
    assertThat(PAGES.values()).anySatisfy(page -> assertThat(page.select("table")).isNotEmpty());
    each(
        (path, page) -> {
          for (Element table : page.select("table")) {
            assertThat(table.select("th")).as(path).isNotEmpty();
            assertThat(table.select("th:not([scope]):not(thead th)")).as(path).isEmpty();
          }
        });
  }

  @Test
  void languageTitleAndIdsAreThere() {
    each(
        (path, page) -> {
          assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en-GB");
          assertThat(page.title()).as(path).isNotBlank();
          assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
          assertThat(page.select("img:not([alt])")).as(path).isEmpty();
          assertThat(page.select("svg").not("[aria-hidden=true], [role=img]")).as(path).isEmpty();
        });
  }

  @Test
  void policyForbidsWhatIsNotAFileOfTheSite() {
    each(
        (path, page) -> {
          Element policy = page.select("meta[http-equiv=Content-Security-Policy]").first();
          assertThat(policy).as(path).isNotNull();
          assertThat(policy.attr("content"))
              .as(path)
              .startsWith("default-src 'none';")
              .contains("script-src 'self';", "style-src 'self';", "base-uri 'none'")
              .doesNotContain("unsafe", "http", "*", "frame-ancestors");
          assertThat(page.select("script, link, style").first().elementSiblingIndex())
              .as(path + ": the policy comes before what it is about")
              .isGreaterThan(policy.elementSiblingIndex());
        });
  }

  @Test
  void nothingRunsOrIsStyledInline() {
    each(
        (path, page) -> {
          assertThat(page.select("style, [style], iframe, object, embed, base")).as(path).isEmpty();
          assertThat(page.select("form").eachAttr("action"))
              .as(path)
              .allMatch("../search/"::equals);
          assertThat(page.select("script:not([src]):not([type=application/ld+json])"))
              .as(path)
              .isEmpty();
          for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
              assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
              assertThat(attribute.getValue().strip()).as(path).doesNotStartWith("javascript:");
            }
          }
        });
  }

  @Test
  void noFileOfTheSiteIsFetchedFromElsewhere() {
    each(
        (path, page) -> {
          for (Element element : page.select("[src], [srcset], link[href]")) {
            boolean isFetched = !element.attr("rel").matches("canonical|alternate|license");
            if (isFetched) {
              String address = element.absUrl(element.hasAttr("href") ? "href" : "src");
              assertThat(address)
                  .as(path)
                  .startsWith(page.location().replaceFirst("(//[^/]+/).*", "$1"));
            }
          }
        });
  }

  private static void each(BiConsumer<String, Document> check) {
    PAGES.forEach(check);
  }
}
