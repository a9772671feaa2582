package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.fortnight.PublishedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site as somebody meets it who has no mouse. */
class KeyboardTest {

  /** Everything that Tab is to stop at, in the document's order, and how it looks without focus. */
  private static final String REMEMBER_STOPS =
      """
      () => {
        window.look = element => {
          const style = getComputedStyle(element);
          return [style.outline, style.boxShadow, style.backgroundColor].join(' ');
        };
        window.stops = [...document.querySelectorAll('a[href], summary, input, select, button, [tabindex="0"]')]
          .filter(stop => stop.checkVisibility({visibilityProperty: true}) && !stop.disabled);
        window.looks = stops.map(look);
        return stops.length;
      }
      """;

  private static final String WHERE =
      """
      () => {
        const here = document.activeElement;
        const stop = stops.indexOf(here);
        const box = here.getBoundingClientRect();
        const notice = document.querySelector('.older');
        const covered = notice && !notice.contains(here)
          && box.bottom > notice.getBoundingClientRect().top;
        return {
          stop,
          name: here.outerHTML.slice(0, 120),
          marked: look(here) !== looks[stop],
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && !covered
        };
      }
      """;

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
  void tabStopsAtEverythingInTheOrderOfTheDocumentAndShowsWhereItIs() {
    PublishedSite site = Sites.demonstration();
    List<String> pages = new ArrayList<>(PageKinds.of(site));
    pages.removeIf(path -> path.startsWith("working/") || path.startsWith("editions/1/"));
    pages.addAll(List.of("working/", "editions/1/"));
    List<String> complaints = new ArrayList<>();
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      // what scrolls smoothly is not there yet when it is asked where it is
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      for (String path : pages) {
        page.navigate(server.url() + path);
        page.locator("#versions summary").waitFor();
        complaintsOfAWalk(page).forEach(complaint -> complaints.add(path + ": " + complaint));
      }
    }
    assertThat(complaints).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<String> complaintsOfAWalk(Page page) {
    List<String> complaints = new ArrayList<>();
    int stops = (int) page.evaluate(REMEMBER_STOPS);
    for (int expected = 0; expected < stops; expected++) {
      page.keyboard().press("Tab");
      Map<String, Object> where = (Map<String, Object>) page.evaluate(WHERE);
      if (!where.get("stop").equals(expected)) {
        complaints.add("stop " + expected + " is not " + where.get("name"));
        return complaints;
      }
      if (!(boolean) where.get("marked")) {
        complaints.add("focus does not show on " + where.get("name"));
      }
      if (!(boolean) where.get("seen")) {
        complaints.add("out of sight with focus: " + where.get("name"));
      }
    }
    return complaints;
  }

  @Test
  void versionsOpenAndCloseAndLeadToTheSamePage() {
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      page.navigate(server.url() + "findings/risk-is-about-assurance/");
      Locator summary = page.locator("#versions summary");
      Locator list = page.locator("#versions ul");
      summary.focus();
      page.keyboard().press("Enter");
      assertThat(list.isVisible()).isTrue();

      page.keyboard().press("Tab");
      assertThat(page.locator(":focus").innerText()).startsWith("Work in progress");
      page.keyboard().press("Escape");
      assertThat(list.isVisible()).isFalse();
      assertThat((boolean) summary.evaluate("it => it === document.activeElement")).isTrue();

      page.keyboard().press("Space");
      for (int i = 0; i < 3; i++) {
        page.keyboard().press("Tab");
      }
      assertThat(page.locator(":focus").innerText()).startsWith("Edition 1");
      page.keyboard().press("Enter");
      page.waitForURL("**/editions/1/findings/risk-is-about-assurance/");
    }
  }

  @Test
  void leavingTheVersionsClosesThem() {
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      page.navigate(server.url().toString());
      page.locator("#versions summary").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Shift+Tab");

      assertThat(page.locator("#versions ul").isVisible()).isFalse();
    }
  }

  @Test
  void whatIsFoldedAwayOpens() {
    try (BrowserContext desktop = browser.desktop()) {
      Page page = desktop.newPage();
      page.navigate(server.url() + "edition/");
      Locator details = page.locator("main details").first();
      details.locator("summary").focus();
      page.keyboard().press("Enter");
      assertThat((boolean) details.evaluate("it => it.open")).isTrue();
      page.keyboard().press("Space");
      assertThat((boolean) details.evaluate("it => it.open")).isFalse();
    }
  }
}
