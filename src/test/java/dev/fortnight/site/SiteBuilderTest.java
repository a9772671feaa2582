package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.WireFeedInput;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteBuilderTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final Tree.Edition EDITION =
      new Tree.Edition(
          2,
          LocalDate.of(2026, 11, 27),
          "A. Owner",
          2,
          LocalDate.of(2026, 11, 16),
          LocalDate.of(2026, 11, 29),
          Map.of("findings/permits-wait.md", 2),
          Map.of("findings/permits-wait.md", 2),
          Map.of("findings/permits-wait.md", 2),
          new Tree.Difference(
              Optional.of(1),
              List.of(
                  new Tree.Headline(
                      "Permits wait for a signature", "findings/permits-wait.md", List.of())),
              List.of(new Tree.Change("findings/permits-wait.md", "Permits wait")),
              List.of(),
              List.of(),
              List.of()),
          List.of());

  /** Refresh the folder with {@code -Dgolden=write}. */
  @Test
  void aSmallProgrammeMakesTheseFiles() throws Exception {
    Map<String, String> built = new TreeMap<>();
    tree(small(), new Tree.Working(true))
        .files()
        .forEach(
            (path, bytes) -> {
              if (!path.startsWith("assets/")) {
                built.put(path, new String(bytes, StandardCharsets.UTF_8));
              }
            });

    if ("write".equals(System.getProperty("golden"))) {
      write(built);
    }
    Map<String, String> golden = new TreeMap<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        golden.put(GOLDEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    assertThat(built.keySet()).isEqualTo(golden.keySet());
    golden.forEach((path, text) -> assertThat(built.get(path)).as(path).isEqualTo(text));
  }

  private static void write(Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = GOLDEN.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static CheckedResearch small() {
    return new Illustration()
        .topic(12, "Why <so> long?", "We *ask*. ![x](https://example.org/a.png)")
        .media(
            "data/waits.csv",
            "Stamp,Days\nFirst,6\n\"Second, <b>\",9\n".getBytes(StandardCharsets.UTF_8))
        .media(
            "data/waits.yml",
            """
            title: Days that a permit waits
            description: Illustrative days.
            source: A diary
            columns: {Days: Working days}
            chart: {kind: bar, x: Stamp, y: Days}
            illustrative: true
            """
                .getBytes(StandardCharsets.UTF_8))
        .note(
            "assumptions/support.md",
            "---\ntitle: Nobody answers the telephone\nillustrative: true\n---\nIllustrative.\n")
        .note(
            "interviews/2026-11-10-officer.md",
            """
            ---
            title: A parking officer
            consent: public
            method: interview
            participants: [P07]
            role: Parking officer
            council: A district council
            topics: [12]
            illustrative: true
            ---
            ## Main

            See [what we think](../findings/permits-wait.md).

            > It waits for a signature & a stamp.
            {: #q1 .evidence supports="support"}
            """)
        .note(
            "interviews/shut.md",
            "---\nconsent: internal\n---\n> Not for readers.\n{: #q1 .evidence}\n")
        .note(
            "findings/permits-wait.md",
            """
            ---
            title: Permits wait
            date: 2026-11-12
            supports: support
            confidence: medium
            evidence: [interviews/2026-11-10-officer#q1, interviews/shut#q1]
            topics: [12]
            illustrative: true
            ---
            They wait for a person. [Evidence](#evidence)

            ## Evidence

            Told once.
            """)
        .research();
  }

  @Test
  void theBytesAreTheSameWhateverLocaleZoneAndOrder() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    SiteTree first = tree(small(), EDITION);
    try {
      for (String other : new String[] {"tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai"}) {
        Locale.setDefault(Locale.forLanguageTag(other));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertSame(first, tree(small(), EDITION));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static void assertSame(SiteTree one, SiteTree other) {
    assertThat(other.files().keySet()).isEqualTo(one.files().keySet());
    one.files()
        .forEach((path, bytes) -> assertThat(other.files().get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void noWordOfOnePageStrayedIntoAnotherThatWasRenderedBesideIt() throws Exception {
    Theme theme = Theme.bundled();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> work =
          List.of(() -> pages(theme, "alpaca", "walrus"), () -> pages(theme, "walrus", "alpaca"));
      for (var strayed : threads.invokeAll(work)) {
        assertThat(strayed.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int pages(Theme theme, String own, String other) {
    Layouts layouts = new Layouts(theme);
    int strayed = 0;
    for (int i = 0; i < 2_000; i++) {
      String word = own + i;
      Map<String, Object> data =
          Map.of(
              "page",
                  Map.of("title", word, "root", "../", "url", word + "/", "tags", List.of(word)),
              "site", Map.of("title", "Site", "nav", List.of(Map.of("title", word, "url", word))));
      String html = layouts.render("finding", data, "<p>" + word + "</p>");
      strayed += html.contains(other) || !html.contains("<h1>" + word + "</h1>") ? 1 : 0;
    }
    return strayed;
  }

  @Test
  void manyNotesBuiltOnAllThreadsKeepTheirWords() throws Exception {
    Illustration illustration = new Illustration();
    for (int i = 0; i < 1_500; i++) {
      illustration.note(
          "weeknotes/w" + i + ".md", "---\ntitle: Title w" + i + "w\n---\nBody w" + i + "w.\n");
    }
    SiteTree tree = tree(illustration.research(), new Tree.Working(false));
    for (int i = 0; i < 1_500; i++) {
      String page = text(tree, "weeknotes/w" + i + "/index.html");
      assertThat(page).contains("<h1>Title w" + i + "w</h1>", "<p>Body w" + i + "w.</p>");
      org.jsoup.nodes.Document parsed = org.jsoup.Jsoup.parse(page);
      parsed.select("nav.turn").remove();
      assertThat(parsed.text().replace("w" + i + "w", "")).doesNotContainPattern("w\\d+w");
    }
  }

  @Test
  void everyWorkingPageIsKeptOutOfSearchEnginesAndNoEditionsPageIs() throws Exception {
    for (Tree working : List.of(new Tree.Working(true), new Tree.Working(false))) {
      assertThat(pages(tree(small(), working)))
          .allSatisfy(
              (path, html) ->
                  assertThat(html).contains("<meta name=\"robots\" content=\"noindex\">"));
    }
    assertThat(pages(tree(small(), EDITION)))
        .allSatisfy((path, html) -> assertThat(html).doesNotContain("noindex"));
  }

  private static Map<String, String> pages(SiteTree tree) {
    Map<String, String> pages = new TreeMap<>();
    tree.files().keySet().stream()
        .filter(p -> p.endsWith(".html"))
        .forEach(p -> pages.put(p, text(tree, p)));
    return pages;
  }

  @Test
  void thePageAtAnyDepthTakesThePathOfTheSite() throws Exception {
    assertThat(text(tree(small(), EDITION), "404.html"))
        .contains("href=\"/permits/assets/fortnight.css\"");
    assertThat(text(tree(small(), new Tree.Working(true)), "404.html"))
        .contains("href=\"/permits/working/assets/fortnight.css\"");
    assertThat(text(tree(small(), EDITION), "index.html"))
        .contains("href=\"./assets/fortnight.css\"");
    assertThat(text(tree(small(), EDITION), "findings/permits-wait/index.html"))
        .contains("href=\"../../assets/fortnight.css\"");
  }

  @Test
  void entriesOfTheFeedKeepTheirIdsFromTheWorkingSiteToAnEdition() throws Exception {
    List<String> working = ids(tree(small(), new Tree.Working(true)));

    assertThat(working)
        .containsExactly(
            "https://example.org/permits/findings/permits-wait/",
            "https://example.org/permits/interviews/officer/");
    assertThat(ids(tree(small(), EDITION))).isEqualTo(working);
  }

  private static List<String> ids(SiteTree tree) throws Exception {
    var feed =
        (com.rometools.rome.feed.atom.Feed)
            new WireFeedInput().build(new StringReader(text(tree, "feed.xml")));
    return feed.getEntries().stream().map(Entry::getId).toList();
  }

  @Test
  void aTitleThatXmlCannotCarryDoesNotEndTheRun() throws Exception {
    SiteTree tree =
        tree(
            new Illustration()
                .programme("title: \"a\\u0001b\\ud800\"\n")
                .note(
                    "findings/f.md",
                    "---\ntitle: \"c\\u0007\\ud800d\"\ndate: 2026-11-01\n---\n\u0008\n")
                .research(),
            new Tree.Working(false));

    assertThat(text(tree, "feed.xml")).contains("<title>ab</title>", "<title>cd</title>");
  }

  @Test
  void theStylesheetLoadsNothingAndNamesNoLicensedTypeface() {
    String css = new String(GovukFrontend.stylesheet(), StandardCharsets.UTF_8);

    assertThat(css)
        .doesNotContain("url(", "GDS Transport", "@import", "@font-face")
        .contains(".govuk-grid-row");
  }

  private static SiteTree tree(CheckedResearch research, Tree tree) throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.build(research, Theme.bundled(), tree, sink);
    return sink.tree();
  }

  private static String text(SiteTree tree, String path) {
    return new String(tree.files().get(path), StandardCharsets.UTF_8);
  }
}
