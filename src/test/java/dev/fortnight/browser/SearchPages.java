package dev.fortnight.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page to search on, as somebody uses it, with a watch on it. */
final class SearchPages {

  /** Notes when a question is sent and when its first result or word of none is there. */
  private static final String WATCH =
      """
      window.watch = {};
      addEventListener('submit', () => { watch.asked = performance.now(); watch.seen = 0; }, true);
      new MutationObserver(() => {
        const result = document.querySelector('#search-results li');
        const none = document.getElementById('search-count')?.textContent;
        if (watch.asked && !watch.seen && (result || none)) { watch.seen = performance.now(); }
      }).observe(document, {childList: true, subtree: true});
      """;

  private static final String FIGURES =
      """
      () => {
        const before = [...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource')].filter(it => it.startTime < watch.seen);
        return {milliseconds: watch.seen - watch.asked,
          bytes: before.reduce((sum, it) => sum + it.encodedBodySize, 0)};
      }
      """;

  private final Page page;
  private final String tree;

  /**
   * @param tree the address of a tree, ending with a slash
   */
  SearchPages(Page page, String tree) {
    this.page = page;
    this.tree = tree;
    page.addInitScript(WATCH);
  }

  void open() {
    page.navigate(tree + "search/");
    page.locator("#search-form").waitFor();
  }

  /** Types and sends, and waits for the answer. */
  void ask(String question) {
    page.locator("#search-words").fill(question);
    page.locator("#search-words").press("Enter");
    answered();
  }

  /** As {@link #ask}, one letter after the other, as fast as most people do not type. */
  void type(String question) {
    Locator words = page.locator("#search-words");
    words.clear();
    words.pressSequentially(question, new Locator.PressSequentiallyOptions().setDelay(60));
    words.press("Enter");
    answered();
  }

  /** Waits until nothing more is loaded, as it is when somebody begins to type. */
  void settle() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** What a browser does of its own after it has opened its first page; people are no faster. */
  void rest() {
    page.waitForTimeout(1000);
  }

  /** Waits until it is said how many there are. */
  void answered() {
    page.locator("#search-count")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\w")))
        .waitFor();
  }

  String count() {
    return page.locator("#search-count").innerText();
  }

  /** Where the results lead, in the tree. */
  List<String> addresses() {
    return page.locator("#search-results a").all().stream()
        .map(link -> link.getAttribute("href").substring(tree.length()))
        .toList();
  }

  double milliseconds() {
    return figure("milliseconds");
  }

  /** What was sent before the first result was there, compressed, the page itself included. */
  double bytes() {
    return figure("bytes");
  }

  @SuppressWarnings("unchecked")
  private double figure(String name) {
    return ((Map<String, Number>) page.evaluate(FIGURES)).get(name).doubleValue();
  }
}
