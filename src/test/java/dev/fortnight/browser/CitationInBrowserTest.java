package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citation is copied at the press of a key, and who cannot copy it has it selected. */
class CitationInBrowserTest {

  private static final String FINDING = "findings/support-needs-a-name/";
  private static final String EDITION = "edition/";

  /** As where pages are read that were not sent by https. */
  private static final String WITHOUT_CLIPBOARD =
      "Object.defineProperty(navigator, 'clipboard', {value: undefined});";

  private static final String REFUSING =
      "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));";

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

  private static BrowserContext context(int width, boolean mayCopy) {
    BrowserContext context =
        browser.chromium().newContext(new NewContextOptions().setViewportSize(width, 844));
    if (mayCopy) {
      context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }
    return context;
  }

  private static Page open(BrowserContext context, String path) {
    Page page = context.newPage();
    page.navigate(server.url() + path);
    return page;
  }

  private static Locator button(Page page) {
    return page.getByText("Copy the citation");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void theKeyCopiesTheSentenceAndTheStatusSaysSo(int width) {
    for (String path : List.of(FINDING, EDITION)) {
      try (BrowserContext context = context(width, true)) {
        Page page = open(context, path);
        Locator status = page.locator(".related__cite + .copy [role=status]");
        assertThat(status.textContent()).isEmpty();

        button(page).focus();
        page.keyboard().press("Enter");

        PlaywrightAssertions.assertThat(status).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
            .isEqualTo(page.locator(".related__cite").textContent());
        assertThat(page.evaluate("document.activeElement.textContent"))
            .isEqualTo(button(page).textContent());
        assertThat(Axe.violations(page)).isEmpty();
        assertThat((boolean) page.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
      }
    }
  }

  @Test
  void theOtherButtonCopiesBibTexWhereItsTextIsOpen() {
    try (BrowserContext context = context(390, true)) {
      Page page = open(context, FINDING);
      Locator button = page.locator(".related__bibtex .copy__button");
      assertThat(button.isVisible()).isFalse();

      page.locator(".related__bibtex summary").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");

      PlaywrightAssertions.assertThat(page.locator(".related__bibtex [role=status]"))
          .hasText("Copied");
      assertThat((String) page.evaluate("navigator.clipboard.readText()"))
          .startsWith("@techreport{")
          .endsWith("}\n");
      assertThat((boolean) page.evaluate("document.body.scrollWidth <= innerWidth")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WITHOUT_CLIPBOARD, REFUSING})
  void whereNothingMayBeCopiedTheTextIsSelected(String browserSays) {
    try (BrowserContext context = context(390, false)) {
      context.addInitScript(browserSays);
      Page page = open(context, FINDING);

      button(page).focus();
      page.keyboard().press("Space");

      PlaywrightAssertions.assertThat(page.locator(".related__cite + .copy [role=status]"))
          .hasText("Selected. Copy it from the menu or with the keyboard.");
      assertThat(page.evaluate("getSelection().toString()"))
          .isEqualTo(page.locator(".related__cite").textContent());
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void withoutJavaScriptThereIsTheTextAndNoButton() {
    try (BrowserContext context =
        browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = open(context, FINDING);

      assertThat(page.locator(".copy__button").count()).isZero();
      assertThat(page.locator(".related__cite").textContent()).contains("edition 1.");
    }
  }
}
