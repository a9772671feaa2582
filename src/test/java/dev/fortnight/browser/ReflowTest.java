package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.fortnight.PublishedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines break anew on narrow screens and in large type; nothing has to be scrolled sideways. */
class ReflowTest {

  /** Success criterion 1.4.12. */
  private static final String WIDE_SPACING =
      """
      () => {
        const wide = new CSSStyleSheet();
        wide.replaceSync(`
          * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
          p { margin-bottom: 2em !important; }`);
        document.adoptedStyleSheets = [wide];
      }
      """;

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  /** 320 is also what is left of 1280 at 400 %, and 640 at 200 %. */
  @Test
  void noPageOfTheDemonstrationScrollsSideways() {
    PublishedSite site = Sites.demonstration();
    assertThat(tooWide(browser, site, PageKinds.of(site), List.of(320, 390, 640, 1280, 1920), ""))
        .isEmpty();
  }

  @Test
  void noPageScrollsSidewaysWithTextAtTwiceItsSize() {
    PublishedSite site = Sites.demonstration();
    try (Browser large = Browser.startWithLargeType()) {
      assertThat(tooWide(large, site, PageKinds.of(site), List.of(640, 1280), "")).isEmpty();
    }
  }

  @Test
  void noPageScrollsSidewaysWithWideSpacing() {
    PublishedSite site = Sites.demonstration();
    assertThat(tooWide(browser, site, PageKinds.of(site), List.of(320), WIDE_SPACING)).isEmpty();
  }

  @Test
  void neitherDoThePageOfAnArchiveNorThatBeforeTheFirstEdition() {
    List<Integer> narrow = List.of(320);
    assertThat(tooWide(browser, Sites.withAnArchive(folder), List.of("editions/1/"), narrow, ""))
        .isEmpty();
    assertThat(tooWide(browser, Sites.waiting(folder), List.of(""), narrow, "")).isEmpty();
  }

  private static List<String> tooWide(
      Browser browser,
      PublishedSite site,
      List<String> pages,
      List<Integer> widths,
      String change) {
    List<String> tooWide = new ArrayList<>();
    try (SiteServer server = SiteServer.of(site);
        BrowserContext context = browser.chromium().newContext(new NewContextOptions())) {
      Page page = context.newPage();
      for (String path : pages) {
        page.navigate(server.url() + path);
        if (!change.isEmpty()) {
          page.evaluate(change);
        }
        for (int width : widths) {
          page.setViewportSize(width, 900);
          int scrolled = (int) page.evaluate("document.documentElement.scrollWidth");
          if (scrolled > width) {
            tooWide.add(path + " is " + scrolled + " wide at " + width);
          }
        }
      }
    }
    return tooWide;
  }
}
