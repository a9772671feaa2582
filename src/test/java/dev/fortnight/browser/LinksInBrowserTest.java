package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.fortnight.PublishedSite;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link of every tree, as a browser understands it under the site's path. */
class LinksInBrowserTest {

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachLinkOfEachKindOfPageLeadsToAPageAndAPlaceOnIt(boolean javaScript) {
    PublishedSite site = Sites.demonstration();
    assertThat(broken(site, new LinkedHashSet<>(PageKinds.of(site)), javaScript)).isEmpty();
  }

  @Test
  void eachLinkInEachFileLeadsToAPageAndAPlaceOnIt() {
    PublishedSite site = Sites.demonstration();
    Map<String, Document> pages = site.pages();
    Set<String> broken = new LinkedHashSet<>();
    pages.forEach(
        (path, page) -> {
          for (Element link :
              page.select("a[href], link[href]:not([rel=canonical]), script[src]")) {
            String address = link.absUrl(link.hasAttr("href") ? "href" : "src");
            if (address.startsWith(site.url().resolve("/").toString())
                && !answers(site, site.url().relativize(URI.create(address)), pages)) {
              broken.add(path + " -> " + address);
            }
          }
        });
    assertThat(broken).isEmpty();
  }

  @Test
  void nothingIsBrokenBesideAnArchiveOrBeforeTheFirstEdition() {
    for (PublishedSite site : List.of(Sites.withAnArchive(folder), Sites.waiting(folder))) {
      assertThat(broken(site, new LinkedHashSet<>(PageKinds.of(site)), true)).isEmpty();
    }
  }

  /**
   * Links to this site that lead nowhere, by the page they were first seen on. A link to another
   * version goes to its home where that version lacks the page.
   */
  @SuppressWarnings("unchecked")
  private static Set<String> broken(PublishedSite site, Set<String> paths, boolean javaScript) {
    Map<String, Document> pages = site.pages();
    Map<String, String> links = new TreeMap<>();
    try (SiteServer server = SiteServer.of(site);
        BrowserContext context =
            browser
                .chromium()
                .newContext(new NewContextOptions().setJavaScriptEnabled(javaScript))) {
      Page page = context.newPage();
      URI root = server.url();
      for (String path : paths) {
        page.navigate(root + path.replaceFirst("(^|/)index\\.html$", "$1"));
        if (javaScript && pages.containsKey("editions/2/index.html")) {
          page.locator("#versions a").last().waitFor(ATTACHED);
        }
        List<String> seen =
            (List<String>)
                page.evaluate(
                    "[...document.querySelectorAll('a, link, script')].map(e => e.dataset.home || e.href || e.src)");
        seen.stream()
            .filter(link -> link.startsWith(root.resolve("/").toString()))
            .forEach(link -> links.putIfAbsent(link, path));
      }
      Set<String> broken = new LinkedHashSet<>();
      links.forEach(
          (link, path) -> {
            if (!answers(site, root.relativize(URI.create(link)), pages)) {
              broken.add(path + " -> " + link);
            }
          });
      return broken;
    }
  }

  /** A link that leaves the site's path stays absolute, and answers not. */
  private static boolean answers(PublishedSite site, URI link, Map<String, Document> pages) {
    String path = link.getPath();
    String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    if (link.isAbsolute() || !Files.isRegularFile(site.folder().resolve(file))) {
      return false;
    }
    String fragment = link.getFragment();
    return fragment == null || pages.get(file).getElementById(fragment) != null;
  }
}
