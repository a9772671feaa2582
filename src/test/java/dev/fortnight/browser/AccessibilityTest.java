package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fortnight.PublishedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core finds on each kind of page, light and dark, on a phone and on a desktop. */
class AccessibilityTest {

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

  @Test
  void noPageOfTheDemonstrationBreaksWcag22() {
    PublishedSite site = Sites.demonstration();

    assertThat(violations(site, PageKinds.of(site))).isEmpty();
  }

  @Test
  void pageOfAnArchiveBreaksNoneOfWcag22() {
    assertThat(violations(Sites.withAnArchive(folder), List.of("editions/1/"))).isEmpty();
  }

  @Test
  void pageBeforeTheFirstEditionBreaksNoneOfWcag22() {
    assertThat(violations(Sites.waiting(folder), List.of(""))).isEmpty();
  }

  @Test
  void aPageThatBreaksItIsFound() {
    try (BrowserContext context = browser.phone()) {
      Page page = context.newPage();
      page.setContent("<title>A</title><p style='color: #ccc'>Pale</p><img src='a.png'>");

      assertThat(Axe.violations(page))
          .extracting(violation -> violation.replaceFirst(":.*", ""))
          .containsExactlyInAnyOrder("color-contrast", "html-has-lang", "image-alt");
      assertThat(Axe.violationsOfColour(page))
          .singleElement()
          .asString()
          .contains("color-contrast");
    }
  }

  /** Colours are the same at any width, so the dark is looked at once. */
  private static List<String> violations(PublishedSite site, List<String> pages) {
    List<String> violations = new ArrayList<>();
    try (SiteServer server = SiteServer.of(site);
        BrowserContext context = browser.phone()) {
      Page page = context.newPage();
      for (String path : pages) {
        page.setViewportSize(390, 844);
        page.navigate(server.url() + path);
        Axe.violations(page).forEach(found -> violations.add(path + " on a phone: " + found));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.violationsOfColour(page)
            .forEach(found -> violations.add(path + " in the dark: " + found));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
        Axe.violations(page).forEach(found -> violations.add(path + " on a desktop: " + found));
      }
    }
    return violations;
  }
}
