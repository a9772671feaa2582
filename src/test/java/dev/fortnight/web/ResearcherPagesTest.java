package dev.fortnight.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fortnight.browser.Axe;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("server")
@QuarkusTestResource(value = ServedProgramme.class, restrictToAnnotatedClass = true)
class ResearcherPagesTest {

  private static final List<String> PAGES =
      List.of("/sprint", "/backlog", "/notes", "/assumptions", "/editions");

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject ServerConfig config;
  @Inject RunningSteps steps;

  private Browser browser;

  @BeforeEach
  void collect() throws IOException {
    new SmallProgramme(config.programme())
        .write(
            "assumptions/hostile.md",
            "---\ntitle: \"" + ServedProgramme.HOSTILE + "\"\n---\nText.\n");
    Refreshed.now(refresh);
    refresh.look();
  }

  @AfterEach
  void close() throws IOException {
    Files.deleteIfExists(config.programme().resolve("research/assumptions/hostile.md"));
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void eachPageHasItsNameAndSaysHowFreshItIs() {
    assertThat(PAGES.stream().map(address -> page(address).select("h1").text()).toList())
        .containsExactly("Sprint 1", "Backlog", "Notes", "Assumptions", "Editions");
    for (String address : PAGES) {
      Document page = page(address);
      assertThat(page.select("nav [aria-current=page]").eachAttr("href")).containsExactly(address);
      assertThat(page.select(".fresh").text())
          .as(address)
          .startsWith("How fresh this is Notes Read on 13 November 2026 at 14:30. Next in ")
          .contains("Topics This programme names no backlog.")
          .endsWith("Problems Left out: 1. Questions: 0. Warnings: 0.");
    }
  }

  @Test
  void hostileTitlesAreInert() {
    for (String address : PAGES) {
      assertThat(page(address).select("script").eachAttr("src"))
          .as(address)
          .containsExactly("/assets/htmx.js", "/assets/review.js");
    }
    for (String address : List.of("/sprint", "/notes", "/assumptions")) {
      assertThat(page(address).select("a").eachText())
          .as(address)
          .contains(ServedProgramme.HOSTILE);
    }
  }

  @Test
  void whatIsAskedForInTheAddressIsNoMoreThanAWord() {
    for (String address :
        List.of(
            "/notes?kind=../../etc",
            "/notes?kind=%3Cscript%3E",
            "/notes?page=-1",
            "/notes?page=99999",
            "/notes?kind=findings&page=2147483647")) {
      Document page = page(address);
      assertThat(page.select("script:not([src])")).as(address).isEmpty();
      assertThat(page.select(".item")).as(address).isNotEmpty();
    }
  }

  @Test
  void whatIsNotThereIsToldOnePage() {
    for (String address : List.of("/nothing", "/notes?page=x", "/q/dev", "/review/")) {
      String answer = given().get(address).then().statusCode(404).extract().asString();
      assertThat(Jsoup.parse(answer).select("main h1").text())
          .as(address)
          .isEqualTo("There is no such page");
    }
    assertThat(given().get("/assets/htmx.js").statusCode()).isEqualTo(200);
    assertThat(given().get("/site/nothing/").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesAreReadableAndKeepToTheScreen() {
    browser = Browser.start();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext context = context(scheme, true)) {
        Page page = signedIn(context);
        for (String address : PAGES) {
          page.navigate(address(address));
          assertThat(Axe.violations(page)).as(address + " " + scheme).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as(address)
              .isEqualTo(390);
        }
      }
    }
  }

  @Test
  void pagesWorkWithoutScripts() {
    browser = Browser.start();
    try (BrowserContext context = context(ColorScheme.LIGHT, false)) {
      Page page = signedIn(context);
      for (String name : List.of("Sprint", "Backlog", "Notes", "Assumptions", "Editions")) {
        page.click("nav a:text-is('" + name + "')");
        assertThat(page.textContent("h1")).startsWith(name);
        assertThat(page.isVisible("[data-stale]")).isFalse();
      }
    }
  }

  @Test
  void whatTheServerIsAtIsToldWithoutMovingTheFocus() throws IOException {
    browser = Browser.start();
    try (BrowserContext context = context(ColorScheme.LIGHT, true)) {
      Page page = signedIn(context);
      page.navigate(address("/sprint"));
      page.focus("nav a:text-is('Notes')");
      assertThat(page.getAttribute("[data-progress]", "aria-live")).isEqualTo("polite");

      steps.began(dev.fortnight.cycle.Step.WORKING_SITE);
      page.waitForSelector("text=The working site is being published.");
      steps.ended(dev.fortnight.cycle.Step.WORKING_SITE);
      page.waitForFunction("() => document.querySelector('[data-doing]').textContent === ''");
      assertThat(page.isVisible("[data-stale]")).as("nothing new came of it").isFalse();

      new SmallProgramme(config.programme())
          .write("assumptions/hostile.md", "---\ntitle: Another\n---\nText.\n");
      Refreshed.now(refresh);
      page.waitForSelector("text=There is something newer than what you see.");
      assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Notes");
      page.click("text=Load this page again");
      page.waitForSelector("h3:has-text('Another')");
      assertThat(page.isVisible("[data-stale]")).isFalse();
    } finally {
      steps.ended(dev.fortnight.cycle.Step.WORKING_SITE);
    }
  }

  @Test
  void whoIsNotSignedInIsToldNothing() {
    assertThat(given().get("/progress").statusCode()).isEqualTo(403);
    assertThat(page("/sprint").select("[data-progress]")).isEmpty();
  }

  private BrowserContext context(ColorScheme scheme, boolean hasScripts) {
    return browser
        .chromium()
        .newContext(
            new NewContextOptions()
                .setViewportSize(390, 844)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(hasScripts));
  }

  private Page signedIn(BrowserContext context) {
    Page page = context.newPage();
    String id = refresh.look().standing().orElseThrow().programme().id();
    page.navigate(address("/sign-in?token=" + signIn.link(id, "Ada")));
    page.click("button:text-is('Sign in')");
    page.waitForURL(address("/"));
    return page;
  }

  private static String address(String path) {
    return RestAssured.baseURI + ":" + RestAssured.port + path;
  }

  private static Document page(String address) {
    return Jsoup.parse(given().get(address).then().statusCode(200).extract().asString());
  }
}
