package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.fortnight.PublishedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching the demonstration, as readers do. */
class SearchInBrowserTest {

  @TempDir static Path folder;

  private static SiteServer server;
  private static Browser browser;
  private static BrowserContext desktop;

  private Page page;
  private SearchPages search;

  @BeforeAll
  static void start() {
    server = SiteServer.of(Sites.demonstration());
    browser = Browser.start();
    desktop = browser.desktop();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @BeforeEach
  void open() {
    page = desktop.newPage();
    search = new SearchPages(page, server.url().toString());
    search.open();
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void aWordInAnyFormLeadsToThePageAndIsMarked() {
    search.ask("assuring reusers");

    Locator first = page.locator("#search-results li").first();
    assertThat(first.locator("a").innerText())
        .isEqualTo("What makes reuse feel risky is missing assurance, not open code");
    assertThat(first.locator("a mark").allInnerTexts()).containsExactly("reuse", "assurance");
    assertThat(first.locator(".entry__facts").innerText())
        .isEqualTo("Finding · 13 November 2026 · Sprint 1");
    first.locator(".entry__text mark").first().waitFor();
    first.locator("a").click();
    assertThat(page.url()).isEqualTo(server.url() + "findings/risk-is-about-assurance/");
  }

  @Test
  void aMisspelledWordIsGuessedAndSaidSo() {
    search.ask("assurence");

    assertThat(search.count()).endsWith("Nothing says “assurence”. Looked for instead: assurance.");
    assertThat(search.addresses().get(0)).isEqualTo("findings/risk-is-about-assurance/");

    search.ask("sasurance");
    assertThat(search.count()).contains("Nothing says “sasurance”. Looked for instead: assurance.");
  }

  @Test
  void aWordThatGoesOnAfterAKnownOneIsGuessedToo() {
    search.ask("supportable");

    assertThat(search.count()).endsWith("Nothing says “supportable”. Looked for instead: support.");
  }

  @Test
  void aQuestionIsAnsweredBeforeItIsSent() {
    page.waitForResponse(
        "**/search/pages/*.json", () -> page.locator("#search-words").fill("assurance"));
    page.route("**/search/**", Route::abort);
    page.locator("#search-words").press("Enter");
    search.answered();

    assertThat(search.addresses().get(0)).isEqualTo("findings/risk-is-about-assurance/");
  }

  @Test
  void whatCouldNotBeFetchedIsAskedForAgain() {
    page.route("**/search/words/*", Route::abort);
    search.ask("assurance");
    assertThat(search.count())
        .isEqualTo("The search could not be loaded. Everything is listed below by subject.");

    page.unroute("**/search/words/*");
    search.ask("assurance");
    assertThat(search.addresses().get(0)).isEqualTo("findings/risk-is-about-assurance/");
  }

  @Test
  void aPhraseIsFoundAsItStands() {
    search.ask("\"answered the phone\"");
    List<String> addresses = search.addresses();

    assertThat(addresses).contains("interviews/county-architect/");
    page.locator("#search-results .entry__text mark").last().waitFor();
    assertThat(page.locator("#search-results .entry__text mark").allInnerTexts())
        .hasSize(addresses.size())
        .containsOnly("answered the phone");

    search.ask("\"phone answered the\"");
    assertThat(search.count()).isEqualTo("Nothing found. Try fewer words, or other ones.");
  }

  @Test
  void kindAssumptionAndTopicNarrowASearchDown() {
    search.ask("support");
    int all = search.addresses().size();
    page.locator("#search-kind").selectOption("interview");
    search.ask("support");
    assertThat(search.addresses())
        .hasSizeBetween(1, all - 1)
        .allMatch(it -> it.startsWith("interviews/"));

    page.navigate(server.url() + "search/?assumption=support-is-the-barrier");
    search.answered();
    assertThat(search.addresses())
        .contains("assumptions/support-is-the-barrier/", "interviews/county-architect/")
        .doesNotContain("pages/about/");

    String topic = page.locator("#search-topic option").nth(1).getAttribute("value");
    page.navigate(server.url() + "search/?topic=" + topic);
    search.answered();
    assertThat(search.addresses()).contains("topics/" + topic + "/");
  }

  @Test
  void wordsOnEveryPageAndWordsOnNoneAreSaidToBeSo() {
    search.ask("what of the");
    assertThat(search.count()).isEqualTo("These words are on nearly every page. Add another one.");
    search.ask("zzzyx");
    assertThat(search.count()).isEqualTo("Nothing found. Try fewer words, or other ones.");
    assertThat(page.locator("#search-count").getAttribute("role")).isEqualTo("status");
  }

  @Test
  void theKeyboardAloneGoesFromAnyPageToAResult() {
    page.navigate(server.url().toString());
    page.locator(".masthead__nav a[href$='search/']").focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/search/");
    page.locator("#search-form").waitFor();
    while (!(boolean) page.evaluate("document.activeElement.name === 'q'")) {
      page.keyboard().press("Tab");
    }
    page.keyboard().type("support");
    page.keyboard().press("Enter");
    search.answered();
    while (!(boolean) page.evaluate("!!document.activeElement.closest('#search-results')")) {
      page.keyboard().press("Tab");
    }
    String target = page.locator("#search-results a").first().getAttribute("href");
    page.keyboard().press("Enter");
    page.waitForURL(target);
  }

  @Test
  void screenReadersSayWhatEachPartIsFor() {
    search.ask("zzzyx");

    List<String> form = page.locator("#search-form").ariaSnapshot().lines().toList();
    assertThat(form)
        .filteredOn(line -> !line.matches(" *- (?:option|text).*"))
        .containsExactly(
            "- search:",
            "  - paragraph: Put an exact phrase in quotation marks.",
            "  - searchbox \"Words to look for\": zzzyx",
            "  - button \"Search\"",
            "  - combobox \"Kind\":",
            "  - combobox \"Assumption\":",
            "  - combobox \"Topic\":");
    assertThat(page.locator("#search-words").getAttribute("aria-describedby"))
        .isEqualTo(page.locator(".search__hint").getAttribute("id"));
    assertThat(page.locator("#search-found").ariaSnapshot())
        .isEqualTo(
            """
            - region "Search":
              - status: Nothing found. Try fewer words, or other ones.
              - list""");
  }

  @Test
  void moreResultsComeOnAskingAndTheFirstOfThemHasTheFocus() {
    search.ask("council");
    assertThat(search.addresses()).hasSize(10);

    page.locator("#search-more").click();
    page.locator("#search-results li").nth(10).locator("a:focus").waitFor();
    assertThat(search.addresses()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void aSearchHasAnAddressAndBackLeadsToTheOneBefore() {
    search.ask("support");
    List<String> first = search.addresses();
    search.ask("assurance");
    assertThat(page.url()).endsWith("search/?q=assurance");
    assertThat(page.title()).startsWith("assurance – Search");

    page.goBack();
    search.answered();
    assertThat(page.locator("#search-words").inputValue()).isEqualTo("support");
    assertThat(search.addresses()).isEqualTo(first);
  }

  @Test
  void eachTreeIsSearchedByItself() {
    search.ask("\"shared service\"");
    assertThat(search.addresses()).contains("interviews/shared-service-delivery-manager/");

    String first = server.url() + "editions/1/";
    SearchPages edition = new SearchPages(page, first);
    edition.open();
    edition.ask("assurance");
    assertThat(page.locator("#search-results a").first().getAttribute("href")).startsWith(first);
    assertThat(edition.addresses()).doesNotContain("interviews/shared-service-delivery-manager/");
  }

  @Test
  void withoutJavaScriptEverythingIsListedBySubject() {
    NewContextOptions without = new NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext context = browser.chromium().newContext(without)) {
      Page plain = context.newPage();
      plain.navigate(server.url() + "search/?q=support");

      assertThat(plain.locator("#search-form").isVisible()).isFalse();
      assertThat(plain.locator("noscript").innerText()).contains("listed here by subject");
      assertThat(plain.locator(".subjects h3").allInnerTexts())
          .containsExactly("By kind", "By assumption", "By topic", "By tag");
      for (String word : List.of("findings/", "assumptions/", "topics/", "tags/")) {
        plain.navigate(server.url() + "search/");
        plain.locator(".subjects a[href*='" + word + "']").last().click();
        assertThat(plain.locator("h1").innerText()).isNotEqualTo("We can't find that page");
      }
    }
  }

  @Test
  void resultsBreakNoneOfWcag22() {
    List<String> violations = new ArrayList<>();
    try (BrowserContext phone = browser.phone()) {
      for (BrowserContext context : List.of(phone, desktop)) {
        Page looked = context.newPage();
        SearchPages results = new SearchPages(looked, server.url().toString());
        results.open();
        results.ask("support");
        looked.locator(".entry__text mark").first().waitFor();
        violations.addAll(Axe.violations(looked));
        looked.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        violations.addAll(Axe.violationsOfColour(looked));
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void whatIsWrittenToAttackReadersIsTextInResults() {
    PublishedSite hostile = HostileProgramme.built(folder);
    try (SiteServer attacked = SiteServer.of(hostile)) {
      SearchPages results = new SearchPages(page, attacked.url().toString());
      results.open();
      results.ask("onerror");
      page.locator(".entry__text mark").first().waitFor();

      assertThat(results.addresses()).contains("findings/a/", "topics/1/");
      assertThat(page.locator("#search-results a").first().innerText())
          .startsWith("<img src=x onerror=");
      assertThat(page.locator("#search-results img, #search-results script").count()).isZero();
      assertThat(page.evaluate("window.pwned")).isNull();
    }
  }
}
