package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fortnight.cli.DemoSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration's site as readers meet it. Screenshots are left in target/screenshots. */
class ReadingSiteTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> PAGES =
      List.of(
          "",
          "findings/",
          "findings/risk-is-about-assurance/",
          "assumptions/reuse-risk/",
          "interviews/county-architect/",
          "interviews/security-and-assurance-workshop/",
          "weeknotes/week-2/",
          "recommendations/share-the-assurance-papers/",
          "topics/",
          "topics/2/",
          "pages/value-model/",
          "edition/",
          "nowhere/",
          "working/",
          "editions/1/");

  private static SiteServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = new SiteServer(DemoSite.get().folder().resolve("site"), "/open-source-in-councils/");
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  void noPageScrollsSidewaysOnANarrowPhoneOrAWideScreen() {
    for (int width : List.of(320, 390, 1280, 1920)) {
      try (BrowserContext context = context(width, ColorScheme.LIGHT, true)) {
        Page page = context.newPage();
        for (String path : PAGES) {
          page.navigate(server.url() + path);
          int scrolled = (int) page.evaluate("document.documentElement.scrollWidth");
          assertThat(scrolled).as(path + " at " + width).isLessThanOrEqualTo(width);
        }
      }
    }
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

  @Test
  void screenshotsAreKeptForPeopleToLookAt() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(390, 1280)) {
        try (BrowserContext context = context(width, scheme, true)) {
          Page page = context.newPage();
          for (String path : PAGES) {
            page.navigate(server.url() + path);
            page.locator("main").waitFor();
            String name = path.isEmpty() ? "home" : path.replaceFirst("/$", "").replace('/', '-');
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(
                        SCREENSHOTS.resolve(
                            name + "-" + width + "-" + scheme.name().toLowerCase() + ".png")));
          }
        }
      }
    }
    assertThat(SCREENSHOTS.resolve("home-1280-light.png")).isNotEmptyFile();
  }

  /** The picture in README: {@code docs/images/site.png} is a copy of it. */
  @Test
  void pictureForTheReadmeIsKept() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(server.url().toString());
      page.locator("#versions summary").waitFor();
      Path picture = SCREENSHOTS.resolve("readme.png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));

      assertThat(picture).isNotEmptyFile();
    }
  }

  private static BrowserContext context(int width, ColorScheme scheme, boolean javaScript) {
    return browser
        .chromium()
        .newContext(
            new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(javaScript));
  }
}
