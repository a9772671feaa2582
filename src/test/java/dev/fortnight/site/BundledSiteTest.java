package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.SourceFolder;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.topic.FileTopicSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site of the programme that comes with Fortnight, page by page. */
class BundledSiteTest {

  private static SiteTree tree;
  private static final Map<String, Document> PAGES = new TreeMap<>();

  @BeforeAll
  static void build() {
    Path folder = Path.of("");
    ProgrammeReader.Result programme = ProgrammeReader.read(folder);
    SourceFolder source = new SourceFolder(folder);
    Checker.Result result =
        Checker.check(
            Snapshot.of(
                programme.programme(),
                source.notes().notes(),
                new FileTopicSource(folder, Path.of("research/backlog.json"), Optional.empty())
                    .topics()
                    .topics(),
                source,
                PersonalDataPolicy.EMPTY,
                Instant.parse("2026-11-27T12:00:00Z")));
    assertThat(programme.problems()).isEmpty();
    assertThat(result.problems()).isEmpty();
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(result.research(), Theme.of(folder), new Tree.Working(false), sink);
    tree = sink.tree();
    tree.files()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".html")) {
                PAGES.put(path, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
              }
            });
    assertThat(PAGES).hasSizeGreaterThan(40);
  }

  @Test
  void everyLinkLeadsToAFileAndAPlaceInTheTree() {
    PAGES.forEach(
        (path, page) -> {
          for (Element link : page.select("[href], [src]")) {
            String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            if (!target.matches("[a-z]+:.*") && !path.equals("404.html")) {
              assertLeadsSomewhere(path, target);
            }
          }
        });
  }

  private static void assertLeadsSomewhere(String path, String target) {
    URI root = URI.create("http://tree/");
    URI address = root.resolve(path).resolve(target.isEmpty() ? "." : target);
    String inTree = address.getPath().substring(1);
    String file = inTree.isEmpty() || inTree.endsWith("/") ? inTree + "index.html" : inTree;
    assertThat(tree.files()).as(path + " -> " + target).containsKey(file);
    if (address.getFragment() != null) {
      assertThat(PAGES.get(file).getElementById(address.getFragment()))
          .as(path + " -> " + target)
          .isNotNull();
    }
  }

  @Test
  void noIdStandsTwiceOnAPage() {
    PAGES.forEach(
        (path, page) ->
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates());
  }

  @Test
  void eachPageHasOneHeadingOfTheFirstLevelAndSkipsNone() {
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("h1")).as(path).hasSize(1);
          int level = 1;
          for (Element heading :
              page.select("main h1, main h2, main h3, main h4, main h5, main h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(path + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
          }
        });
  }

  @Test
  void nothingRunsOrIsStyledInline() {
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("style, [style], iframe, object, embed")).as(path).isEmpty();
          assertThat(page.select("form").eachAttr("action"))
              .as(path)
              .allMatch("../search/"::equals);
          assertThat(page.select("form").eachAttr("method")).as(path).allMatch("get"::equals);
          for (Element script : page.select("script:not([type=application/ld+json])")) {
            assertThat(script.data()).as(path).isEmpty();
          }
          // data, which no browser runs; nothing in it can end it
          for (Element data : page.select("script[type=application/ld+json]")) {
            assertThat(data.data()).as(path).startsWith("{").doesNotContain("<", ">", "&");
          }
          for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
              assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
            }
          }
        });
  }

  @Test
  void noPageAsksAnotherHostForAnything() {
    PAGES.forEach(
        (path, page) -> {
          for (Element element :
              page.select(
                  "[src], [srcset], link[rel=stylesheet], link[rel=icon], link[rel=preload]")) {
            String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
            assertThat(target).as(path).doesNotContain("//");
            assertThat(element.hasAttr("srcset")).as(path).isFalse();
          }
        });
    tree.files()
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".css")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain("url(", "@import");
              }
            });
  }

  @Test
  void picturesAndPagesSayWhatTheyAre() {
    PAGES.forEach(
        (path, page) -> {
          assertThat(page.select("img:not([alt])")).as(path).isEmpty();
          assertThat(page.select("html[lang]")).as(path).hasSize(1);
          assertThat(page.title()).as(path).isNotBlank();
          assertThat(page.html()).as(path).doesNotContain("{%", "{{", "Liquid error");
        });
  }
}
