package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's site as readers meet it. */
class ReadingSiteTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Path README_PICTURE = Path.of("docs", "images", "site.png");
  private static final List<String> PAGES = PageKinds.of(Sites.demonstration());

  @TempDir static Path folder;

  private static SiteServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = SiteServer.of(Sites.demonstration());
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  void pagesAskNobodyElseForAnythingAndBreakNoPolicy() {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(server.url().toString())) {
              complaints.add("asked for " + request.url());
            }
          });
      page.onConsoleMessage(
          message -> {
            boolean isMissingPage = message.text().contains("404");
            if (message.type().equals("error") && !isMissingPage) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      for (String path : PAGES) {
        page.navigate(server.url() + path);
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void everythingReadsWithoutJavaScript() {
    try (BrowserContext context = context(390, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate(server.url() + "findings/risk-is-about-assurance/");

      assertThat(page.locator("h1").innerText())
          .isEqualTo("What makes reuse feel risky is missing assurance, not open code");
      assertThat(page.locator("figure.voice").count()).isEqualTo(8);
      page.locator("figure.voice a").first().click();
      assertThat(page.url()).contains("interviews/").contains("#q");
      assertThat(page.locator("#versions").isVisible()).isFalse();
    }
  }

  @Test
  void switcherStaysOnTheSamePage() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(server.url() + "findings/risk-is-about-assurance/");
      Locator versions = page.locator("#versions");
      versions.locator("summary").click();
      versions.locator("a", new Locator.LocatorOptions().setHasText("Edition 1")).click();
      page.waitForURL("**/editions/1/findings/risk-is-about-assurance/");

      assertThat(page.locator(".older").innerText()).contains("You are reading edition 1.");
      page.locator(".older a").click();
      page.waitForURL(server.url() + "findings/risk-is-about-assurance/");
    }
  }

  @Test
  void pageThatAnEditionLacksLeadsToItsHome() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(server.url() + "weeknotes/week-4/");
      Locator versions = page.locator("#versions");
      versions.locator("summary").click();
      versions.locator("a", new Locator.LocatorOptions().setHasText("Edition 1")).click();
      page.waitForURL(server.url() + "editions/1/");
    }
  }

  @Test
  void switcherLeadsToThePageOfAnArchive() {
    try (SiteServer archived = SiteServer.of(Sites.withAnArchive(folder));
        BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      page.navigate(archived.url() + "findings/risk/");
      page.locator("#versions summary").click();
      Locator archive =
          page.locator("#versions a", new Page.LocatorOptions().setHasText("Edition 1"));
      assertThat(archive.innerText()).contains("archive");
      archive.click();
      page.waitForURL(archived.url() + "editions/1/");

      assertThat(page.locator("h1").innerText()).isEqualTo("Edition 1 is kept as an archive");
    }
  }

  @Test
  void noticeStandsOnAnOlderEditionOnly() {
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      for (String path : List.of("", "working/", "editions/2/", "editions/1/")) {
        page.navigate(server.url() + path);
        page.locator("#versions summary").waitFor();
        assertThat(page.locator(".older").count()).as(path).isEqualTo(path.endsWith("1/") ? 1 : 0);
      }
    }
  }

  @Test
  void paperShowsTheTextAloneAndWhereLinksLead() {
    try (BrowserContext dark = context(1280, ColorScheme.DARK, true)) {
      Page page = dark.newPage();
      page.navigate(server.url() + "editions/1/findings/risk-is-about-assurance/");
      page.locator(".older").waitFor();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      for (String hidden : List.of(".masthead__nav", "#versions", ".older", ".govuk-breadcrumbs")) {
        assertThat(page.locator(hidden).isVisible()).as(hidden).isFalse();
      }
      assertThat(style(page, "body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
      assertThat(style(page, "h1", "color")).isEqualTo("rgb(16, 36, 44)");
      page.navigate(server.url() + "working/");
      assertThat(page.locator(".band").innerText()).contains("not reviewed");
    }
  }

  @Test
  void nothingMovesWhereSomebodyAskedForStillness() {
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      page.navigate(server.url().toString());
      assertThat(style(page, "html", "scrollBehavior")).isEqualTo("smooth");
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      assertThat(style(page, "html", "scrollBehavior")).isEqualTo("auto");
    }
  }

  private static String style(Page page, String element, String property) {
    return (String)
        page.locator(element)
            .first()
            .evaluate("(it, name) => getComputedStyle(it)[name]", property);
  }

  @Test
  void keyboardReachesTheTextFirst() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(server.url().toString());
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the main text");
      page.keyboard().press("Enter");
      assertThat((boolean) page.evaluate("document.activeElement.id === 'main'")).isTrue();
    }
  }

  /** {@code -Dscreenshots=write} leaves them in target/screenshots. */
  @Test
  @EnabledIfSystemProperty(named = "screenshots", matches = "write")
  void screenshotsAreKeptForPeopleToLookAt() {
    Map<String, String> pages = new TreeMap<>(PageKinds.named(Sites.demonstration()));
    pages.put("working", "working/");
    pages.put("older", "editions/1/");
    keep(pages, ColorScheme.LIGHT);
    pages.keySet().retainAll(Set.of("home", "finding", "assumption", "matrix", "dataset"));
    keep(pages, ColorScheme.DARK);

    assertThat(SCREENSHOTS.resolve("matrix-390-dark.png")).isNotEmptyFile();
  }

  private static void keep(Map<String, String> pages, ColorScheme scheme) {
    for (int width : List.of(390, 1280)) {
      try (BrowserContext context = context(width, scheme, true)) {
        Page page = context.newPage();
        pages.forEach(
            (name, path) -> {
              page.navigate(server.url() + path);
              page.locator("#versions summary").waitFor();
              String file = name + "-" + width + "-" + scheme.name().toLowerCase() + ".png";
              page.screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(SCREENSHOTS.resolve(file)));
            });
      }
    }
  }

  /** README's picture is this screenshot. {@code -Dpicture=write} takes it anew. */
  @Test
  void readmeShowsAScreenshotOfTheFirstPage() throws Exception {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(server.url().toString());
      page.locator("#versions summary").waitFor();
      Path picture = SCREENSHOTS.resolve("readme.png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));

      if ("write".equals(System.getProperty("picture"))) {
        Files.copy(picture, README_PICTURE, StandardCopyOption.REPLACE_EXISTING);
      }
      BufferedImage shown = ImageIO.read(README_PICTURE.toFile());
      BufferedImage taken = ImageIO.read(picture.toFile());
      assertThat(List.of(shown.getWidth(), shown.getHeight()))
          .isEqualTo(List.of(taken.getWidth(), taken.getHeight()));
      assertThat(Files.readString(Path.of("README.md"))).contains("](" + README_PICTURE + ")");
    }
  }

  private static BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
    return browser
        .chromium()
        .newContext(
            new NewContextOptions()
                .setViewportSize(width, width < 640 ? 844 : 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(javaScript));
  }
}
