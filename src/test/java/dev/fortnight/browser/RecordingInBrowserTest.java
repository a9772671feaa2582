package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.fortnight.check.Illustration;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of another site is loaded when a reader asks for it, and not before. */
class RecordingInBrowserTest {

  private static final String FILM = "https://www.youtube-nocookie.com/embed/abcdefghi_1";

  @TempDir static Path folder;

  private static Browser browser;
  private static SiteServer server;

  @BeforeAll
  static void start() throws Exception {
    FolderSink sink = FolderSink.open(folder.resolve("site"));
    SiteBuilder.build(
        new Illustration()
            .note(
                "weeknotes/2026-11-13-call.md",
                "---\ntitle: A call\nrecording: https://youtu.be/abcdefghi_1\n"
                    + "transcript: ../pages/said.md\n---\nA call.\n")
            .note("pages/said.md", "What was said.\n")
            .research(),
        Theme.bundled(),
        new Tree.Working(false),
        sink);
    sink.finish();
    server = new SiteServer(folder.resolve("site"), "/permits/");
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  void noRequestLeavesBeforeThePress() {
    List<String> elsewhere = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (BrowserContext context = browser.desktop()) {
      context.route(
          address -> !address.startsWith(server.url().toString()),
          route -> {
            elsewhere.add(route.request().url());
            route.fulfill(new FulfillOptions().setContentType("text/html").setBody("A film."));
          });
      Page page = context.newPage();
      page.onConsoleMessage(message -> refused.add(message.text()));
      page.navigate(server.url() + "weeknotes/call/");
      page.getByText("Play it here").focus();
      assertThat(page.locator("iframe").count()).isZero();
      assertThat(elsewhere).isEmpty();

      page.keyboard().press("Enter");
      assertThat(page.frameLocator("iframe").locator("body").innerText()).isEqualTo("A film.");
      assertThat(elsewhere).containsExactly(FILM);
      assertThat(page.locator("iframe").getAttribute("title")).isEqualTo("A call");
      assertThat(refused).filteredOn(text -> text.contains("Content Security")).isEmpty();
    }
  }

  @Test
  void withoutJavaScriptItIsALink() {
    try (BrowserContext context =
        browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(server.url() + "weeknotes/call/");

      assertThat(page.getByText("Play it here").count()).isZero();
      assertThat(page.locator(".recording .action").getAttribute("href"))
          .isEqualTo("https://www.youtube.com/watch?v=abcdefghi_1");
    }
  }
}
