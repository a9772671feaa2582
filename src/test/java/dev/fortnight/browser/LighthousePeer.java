package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Lighthouse says of the demonstration on a slow phone. Its reports stay in target. */
class LighthousePeer {

  private static final Path REPORTS = Path.of("target", "lighthouse");
  private static final Set<String> JUDGED =
      Set.of("home", "finding", "assumption", "edition", "matrix", "dataset");
  private static final Set<String> MEASURED = Set.of("home", "finding", "matrix");
  private static final int MOST_BYTES = 40_000;
  private static final List<String> WITHOUT_A_CLOCK =
      List.of(
          "cumulative-layout-shift",
          "dom-size",
          "duplicated-javascript",
          "font-display",
          "legacy-javascript",
          "modern-image-formats",
          "no-document-write",
          "offscreen-images",
          "redirects",
          "third-parties-insight",
          "unminified-css",
          "unminified-javascript",
          "unsized-images",
          "unused-javascript",
          "uses-optimized-images",
          "uses-passive-event-listeners",
          "uses-responsive-images",
          "uses-text-compression");

  private static SiteServer server;
  private static String chromium;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(REPORTS);
    server = SiteServer.of(Sites.demonstration());
    try (Browser browser = Browser.start()) {
      chromium = browser.chromium().browserType().executablePath();
    }
    if (Files.isExecutable(Browser.DEBIAN)) {
      chromium = Browser.DEBIAN.toString();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void accessibilityPracticesAndWhatSearchesNeedAreFull() throws Exception {
    Map<String, String> kinds = kinds(JUDGED);
    kinds.put("working", "working/");
    Map<String, Map<String, Integer>> lower = new TreeMap<>();
    for (Map.Entry<String, String> kind : kinds.entrySet()) {
      Map<String, Integer> scores = scores(kind, "accessibility,best-practices,seo");
      if (kind.getKey().equals("working")) {
        // searches are told to leave the working site out, which Lighthouse marks down
        scores.remove("seo");
      }
      assertThat(scores).as(kind.getKey()).isNotEmpty();
      scores.values().removeIf(score -> score == 100);
      if (!scores.isEmpty()) {
        lower.put(kind.getKey(), scores);
      }
    }

    assertThat(lower).isEmpty();
  }

  /** The score itself is a time, and so depends on what else the machine does: it is told only. */
  @Test
  void nothingMakesPagesSlowOnASlowPhone() throws Exception {
    Map<String, Integer> told = new TreeMap<>();
    Map<String, List<String>> slow = new TreeMap<>();
    for (Map.Entry<String, String> kind : kinds(MEASURED).entrySet()) {
      told.put(kind.getKey(), scores(kind, "performance").get("performance"));
      JsonNode audits = report(kind, "performance").get("audits");
      List<String> found = new ArrayList<>();
      for (String audit : WITHOUT_A_CLOCK) {
        JsonNode verdict = audits.path(audit);
        assertThat(verdict.isObject()).as(audit).isTrue();
        if (verdict.path("score").asDouble(1) < 1) {
          found.add(audit);
        }
      }
      if (audits.get("total-byte-weight").get("numericValue").asInt() > MOST_BYTES) {
        found.add("total-byte-weight");
      }
      if (!audits.get("render-blocking-resources").findValuesAsText("url").stream()
          .allMatch(url -> url.endsWith(".css"))) {
        found.add("render-blocking-resources");
      }
      slow.put(kind.getKey(), found);
    }
    System.out.println("Lighthouse, performance: " + told);

    assertThat(slow.values()).as(slow.toString()).allMatch(List::isEmpty);
  }

  private static Map<String, String> kinds(Set<String> names) {
    Map<String, String> kinds = PageKinds.named(Sites.demonstration());
    kinds.keySet().retainAll(names);
    assertThat(kinds).hasSameSizeAs(names);
    return kinds;
  }

  private static Map<String, Integer> scores(Map.Entry<String, String> kind, String categories)
      throws Exception {
    String name = name(kind, categories);
    ProcessBuilder lighthouse =
        new ProcessBuilder(
            List.of(
                "node",
                NpmPrograms.file("lighthouse/cli/index.js").toString(),
                server.url() + kind.getValue(),
                "--only-categories=" + categories,
                "--output=json",
                "--output-path=" + REPORTS.resolve(name + ".json"),
                "--quiet",
                "--no-enable-error-reporting",
                "--chrome-flags=--headless=new --no-sandbox"));
    lighthouse.environment().put("CHROME_PATH", chromium);
    lighthouse.redirectErrorStream(true).redirectOutput(REPORTS.resolve(name + ".log").toFile());
    assertThat(lighthouse.start().waitFor()).as("Lighthouse ran").isZero();
    Map<String, Integer> scores = new TreeMap<>();
    report(kind, categories)
        .get("categories")
        .fields()
        .forEachRemaining(
            category -> {
              double score = category.getValue().get("score").asDouble();
              scores.put(category.getKey(), (int) Math.round(score * 100));
            });
    return scores;
  }

  private static JsonNode report(Map.Entry<String, String> kind, String categories)
      throws Exception {
    return new ObjectMapper().readTree(REPORTS.resolve(name(kind, categories) + ".json").toFile());
  }

  private static String name(Map.Entry<String, String> kind, String categories) {
    return kind.getKey() + "-" + categories.replaceFirst(",.*", "");
  }
}
