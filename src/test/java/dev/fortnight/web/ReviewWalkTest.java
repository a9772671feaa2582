package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.fortnight.browser.Axe;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A product owner's review by hand: twenty items, three to hold, an edition to sign off. */
@QuarkusTest
@Tag("server")
@TestProfile(ServedReview.Profile.class)
class ReviewWalkTest {

  private static final int MOST = 30;

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject ServerConfig config;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
    refresh.look();
  }

  @Test
  void atADeskItTakesAtMostThirtyInteractions() throws IOException {
    walk(1280, 900);
  }

  @Test
  void onAPhoneItTakesAtMostThirtyInteractions() throws IOException {
    walk(390, 844);
  }

  private void walk(int width, int height) throws IOException {
    undecided("walk at " + width);
    assertThat(open()).isGreaterThanOrEqualTo(20);
    inBrowser(
        width,
        height,
        page -> {
          Hand hand = new Hand(page);
          for (String title : List.of("Page 3", "Page 7", "Page 11")) {
            hand.click(link(page, title));
            hand.type(page.getByLabel("Or hold it back"), "Not yet.");
            hand.click(button(page, "Hold"));
            hand.click(link(page, "What changed"));
          }
          hand.click(button(page, "Approve the"));
          hand.click(link(page, "Everything is decided"));
          shot(page, "sign-off-" + width);
          assertThat(Axe.violations(page)).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
          hand.click(page.getByText("I have seen what changed"));
          hand.click(button(page, "Sign edition"));
          page.waitForURL("**/");
          PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TIMER))
              .hasText(Pattern.compile("9 minutes \\d+ seconds?"));

          assertThat(hand.interactions).isLessThanOrEqualTo(MOST).isEqualTo(16);
        });
    assertThat(review().held())
        .extracting(Review.Entry::key)
        .containsExactlyInAnyOrder("pages/page-3.md", "pages/page-7.md", "pages/page-11.md");
    assertThat(refresh.<Boolean>with(cycle -> cycle.editionOfSprint().isPresent())).isTrue();
  }

  @Test
  void singleKeysAreOffUntilTheyAreChosenAndThenDecide() throws IOException {
    undecided("keys");
    inBrowser(
        390,
        844,
        page -> {
          int before = open();
          page.navigate(address(page, "/review/next"));
          String first = page.url();
          page.keyboard().press("j");
          page.keyboard().press("a");
          assertThat(page.url()).isEqualTo(first);
          assertThat(open()).isEqualTo(before);

          Locator choice = page.getByLabel("Single keys");
          choice.check();
          page.keyboard().press("j");
          page.waitForURL(url -> !url.equals(first));
          assertThat(page.getByLabel("Single keys").isChecked()).as("remembered").isTrue();
          page.keyboard().press("k");
          page.waitForURL(first);

          page.keyboard().press("h");
          page.keyboard().type("ajk");
          assertThat(page.getByLabel("Or hold it back").inputValue()).isEqualTo("ajk");
          assertThat(open()).as("what is typed into a field decides nothing").isEqualTo(before);
          page.locator("h1").click();
          page.keyboard().press("a");
          page.waitForURL(url -> !url.equals(first));
          assertThat(open()).isEqualTo(before - 1);
          shot(page, "item-390");

          page.navigate(address(page, "/"));
          page.keyboard().press("j");
          page.keyboard().press("j");
          assertThat(
                  page.evaluate(
                      "document.activeElement === document.querySelectorAll('a[data-item]')[1]"))
              .isEqualTo(true);
          shot(page, "overview-390");
        });
  }

  @Test
  void anIntroductionShowsWhileItIsWrittenAndWithoutScripts() throws IOException {
    undecided("introduction");
    approveAll();
    inBrowser(
        390,
        844,
        page -> {
          page.navigate(address(page, "/review/sign-off"));
          page.getByLabel("How the announcement begins").fill("It is the phone & <b>who</b>.");
          page.waitForSelector("blockquote:has-text('It is the phone')");
          assertThat(page.locator("blockquote").innerText())
              .startsWith("It is the phone & <b>who</b>. Shared software");
          shot(page, "introduction-390");
          page.getByLabel("How the announcement begins").fill("Call 0808 157 0123.");
          page.waitForSelector("[role=alert]");
          assertThat(page.locator("[role=alert]").innerText())
              .isEqualTo(
                  "This cannot be told: The introduction may hold a telephone number, which"
                      + " subscribers must not read. Say it without.");
          assertThat(page.evaluate("document.activeElement.id"))
              .as("the focus stays")
              .isEqualTo("introduction");
          assertThat(Axe.violations(page)).isEmpty();
          shot(page, "introduction-fault-390");
        });
    withoutScripts(
        page -> {
          page.navigate(address(page, "/review/sign-off"));
          Locator field = page.getByLabel("How the announcement begins");
          field.fill("It is the phone.");
          page.getByText("I have seen what changed").click();
          button(page, "Sign edition").click();
          assertThat(page.locator("[role=alert]").innerText())
              .isEqualTo(
                  "The introduction was changed after it was shown. Read below how it goes now, then"
                      + " sign.");
          assertThat(refresh.<Boolean>with(cycle -> cycle.editionOfSprint().isPresent())).isFalse();
          field.fill("It is the telephone.");
          button(page, "Show how it reads").click();
          assertThat(page.locator("blockquote").innerText()).startsWith("It is the telephone. ");
          page.getByText("I have seen what changed").click();
          button(page, "Sign edition").click();
          page.waitForURL("**/");
        });
    assertThat(refresh.<Optional<String>>with(cycle -> cycle.introduced()))
        .contains("It is the telephone.");
  }

  private void undecided(String word) throws IOException {
    refresh.<Object>with(
        cycle -> {
          cycle.undoWindow().ifPresent(window -> cycle.takeBack(window.number(), "Ada"));
          return "";
        });
    SmallProgramme programme = new SmallProgramme(config.programme());
    ServedReview.change(programme, word);
    Refreshed.now(refresh);
    refresh.look();
  }

  private void approveAll() {
    refresh.<Object>with(
        cycle -> {
          cycle.approve(
              cycle.review(),
              Set.copyOf(cycle.review().open().stream().map(Review.Entry::key).toList()),
              "Ada");
          return "";
        });
  }

  private Review review() {
    return refresh.with(cycle -> cycle.review());
  }

  private int open() {
    return review().open().size();
  }

  private void inBrowser(int width, int height, Consumer<Page> walk) {
    inBrowser(new NewContextOptions().setViewportSize(width, height), walk);
  }

  private void withoutScripts(Consumer<Page> walk) {
    inBrowser(new NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false), walk);
  }

  private void inBrowser(NewContextOptions options, Consumer<Page> walk) {
    try (Browser browser = Browser.start();
        BrowserContext context = browser.chromium().newContext(options)) {
      Page page = context.newPage();
      String id = refresh.look().standing().orElseThrow().programme().id();
      page.navigate(address(page, "/sign-in?token=" + signIn.link(id, "Ada")));
      button(page, "Sign in").click();
      page.waitForURL("**/");
      walk.accept(page);
    }
  }

  private static String address(Page page, String path) {
    return RestAssured.baseURI + ":" + RestAssured.port + path;
  }

  private static Locator link(Page page, String words) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first();
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first();
  }

  /** Only where somebody wants to look at them. */
  private static void shot(Page page, String name) {
    Optional.ofNullable(System.getProperty("screenshots"))
        .map(Path::of)
        .ifPresent(
            folder ->
                page.screenshot(
                    new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(true)));
  }

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  /** Counts what a person does: each click, and each text that they write. */
  private static final class Hand {

    private final Page page;
    private int interactions;

    Hand(Page page) {
      this.page = page;
    }

    void click(Locator what) {
      interactions++;
      what.click();
      page.waitForLoadState();
      for (String busy : List.of(".htmx-request", ".htmx-settling")) {
        page.locator(busy).first().waitFor(GONE);
      }
    }

    void type(Locator field, String text) {
      interactions++;
      field.fill(text);
    }
  }
}
