package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.fortnight.PublishedSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to attack readers is text to them. */
class HostilePagesTest {

  @TempDir static Path folder;

  private static PublishedSite site;

  @BeforeAll
  static void build() {
    site = HostileProgramme.built(folder);
  }

  @Test
  void eachKindOfPageShowsTheAttackAsText() {
    assertThat(site.paths())
        .contains(
            "index.html",
            "404.html",
            "topics/1/index.html",
            "interviews/a/index.html",
            "assumptions/risk/index.html",
            "findings/a/index.html",
            "recommendations/a/index.html",
            "weeknotes/a/index.html",
            "pages/a/index.html");
    for (String path : site.paths()) {
      if (path.matches(
          "(topics|interviews|assumptions|findings|recommendations|weeknotes|pages)/.+/.+")) {
        Document page = site.pages().get(path);
        assertThat(page.selectFirst("h1").text())
            .as(path)
            .contains("<script>", "{{ 7 | times: 7 }}");
        assertThat(page.title()).as(path).contains("</title>");
      }
    }
  }

  @Test
  void nothingOfItRunsInABrowser() {
    List<String> complaints = new ArrayList<>();
    try (SiteServer server = SiteServer.of(site);
        Browser browser = Browser.start();
        BrowserContext phone = browser.phone()) {
      Page page = phone.newPage();
      page.setViewportSize(320, 844);
      page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              complaints.add("only the policy stopped it: " + message.text());
            }
          });
      for (String path : site.pages().keySet()) {
        page.navigate(server.url() + path.replaceFirst("(^|/)index\\.html$", "$1"));
        page.locator("h1").first().hover();
        if ((boolean) page.evaluate("window.pwned !== undefined")) {
          complaints.add(path + " runs what it shows");
        }
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > 320) {
          complaints.add(path + " is stretched to " + wide);
        }
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void nothingOfItIsMarkup() {
    site.pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("script:not([type=application/ld+json])"))
                  .as(path)
                  .allMatch(
                      script ->
                          script.attr("src").matches("(\\.\\./|\\./|/\\w+/)*assets/[a-z]+\\.js"))
                  .allMatch(script -> script.data().isEmpty());
              // data, which no browser runs; nothing in it can end it
              assertThat(page.select("script[type=application/ld+json]"))
                  .as(path)
                  .allMatch(script -> script.data().matches("[^<>&]+"));
              assertThat(page.select("[onerror], [onmouseover], img[src=x]")).as(path).isEmpty();
              assertThat(page.select("[href~=(?i)^\\s*java], base, style")).as(path).isEmpty();
              assertThat(page.select("form").eachAttr("action"))
                  .as(path)
                  .allMatch("../search/"::equals);
              assertThat(page.text()).as(path).doesNotContain(" 49");
            });
    assertThat(site.text("feed.xml")).doesNotContain("<script>").doesNotContain("<img src=x");
  }
}
