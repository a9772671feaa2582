package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As a product owner decides in a browser that runs scripts. */
@QuarkusTest
@Tag("server")
@QuarkusTestResource(value = ServedProgramme.class, restrictToAnnotatedClass = true)
class DecidingTest {

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject ServerConfig config;

  @BeforeEach
  void collect() throws IOException {
    SmallProgramme programme = new SmallProgramme(config.programme());
    for (int note = 1; note <= 3; note++) {
      programme.write(
          "weeknotes/2026-11-1" + note + "-week.md",
          "---\ntitle: Week " + note + "\n---\nText " + System.nanoTime() + ".\n");
    }
    Refreshed.now(refresh);
    refresh.look();
  }

  @Test
  void afterADecisionTheNextItemStandsThereAndHasTheFocus() {
    try (Browser browser = Browser.start();
        BrowserContext context = browser.chromium().newContext()) {
      List<String> complaints = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(said(message)));
      page.onPageError(complaints::add);
      signIn(page);
      List<Review.Entry> open = open();
      page.navigate(address("/review/items/" + open.get(0).item().hash()));
      page.evaluate("window.isSameDocument = true");

      page.click("button:text-is('Approve')");
      waitFor(page, open.get(1));

      assertThat(open()).doesNotContain(open.get(0));
      assertThat(page.evaluate("window.isSameDocument")).as("not loaded anew").isEqualTo(true);
      PlaywrightAssertions.assertThat(page.locator("h1")).isFocused();
      assertThat(page.title()).startsWith(open.get(1).item().title());
      assertThat(page.evaluate("scrollY")).isEqualTo(0);
      assertThat(page.locator("main").count()).isEqualTo(1);

      page.fill("#reason", "Not yet.");
      page.click("button:text-is('Hold')");
      waitFor(page, open.get(2));
      assertThat(page.evaluate("window.isSameDocument")).isEqualTo(true);
      assertThat(page.evaluate("sessionStorage.getItem('htmx-history-cache')"))
          .as("what is under review is kept nowhere")
          .isNull();

      page.goBack();
      page.waitForFunction("() => window.isSameDocument === undefined");
      assertThat(complaints).as("of the policy or of a mistake").isEmpty();
    }
  }

  @Test
  void whatChangedMeanwhileIsToldWhereTheFormWas() throws IOException {
    try (Browser browser = Browser.start();
        BrowserContext context = browser.chromium().newContext()) {
      Page page = context.newPage();
      signIn(page);
      String hash =
          refresh
              .with(cycle -> cycle.review().entry("weeknotes/2026-11-13-week.md"))
              .orElseThrow()
              .item()
              .hash();
      page.navigate(address("/review/items/" + hash));
      String before = page.url();
      collect();

      page.click("button:text-is('Approve')");
      page.waitForSelector("h1:has-text('It has changed since you looked')");

      assertThat(page.url()).as("an address that can be loaded again").isEqualTo(before);
    }
  }

  @Test
  void aServerThatIsGoneIsTold() {
    try (Browser browser = Browser.start();
        BrowserContext context = browser.chromium().newContext()) {
      Page page = context.newPage();
      signIn(page);
      List<Review.Entry> open = open();
      page.navigate(address("/review/items/" + open.get(0).item().hash()));
      context.setOffline(true);

      page.click("button:text-is('Approve')");

      page.waitForSelector("[role=alert]:has-text('The server did not answer')");
      context.setOffline(false);
      page.click("button:text-is('Approve')");
      waitFor(page, open.get(1));
    }
  }

  private static String said(ConsoleMessage message) {
    return message.type() + ": " + message.text();
  }

  private static void waitFor(Page page, Review.Entry entry) {
    page.waitForURL(address("/review/items/" + entry.item().hash()));
    page.waitForFunction(
        "title => document.querySelector('h1').textContent === title", entry.item().title());
  }

  private List<Review.Entry> open() {
    return refresh.with(cycle -> cycle.review().open());
  }

  private void signIn(Page page) {
    String id = refresh.look().standing().orElseThrow().programme().id();
    page.navigate(address("/sign-in?token=" + signIn.link(id, "Ada")));
    page.click("button:text-is('Sign in')");
    page.waitForURL(address("/"));
  }

  private static String address(String path) {
    return RestAssured.baseURI + ":" + RestAssured.port + path;
  }
}
