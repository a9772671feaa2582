package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fortnight.cli.BuiltSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searching many notes. With more of them there are more files, not longer ones, so these tell what
 * a thousand would; {@link SearchQuestions} asks more, of as many as it is told.
 */
class SearchManyNotesTest {

  private static final int NOTES = 300;
  private static final int MOST_BYTES = 100_000;

  @TempDir Path folder;

  @Test
  void theRightPageComesWithinAHundredKilobytesFromThisSiteAlone() {
    List<SearchCorpus.Question> questions = SearchCorpus.write(folder.resolve("programme"), NOTES);
    BuiltSite.of(folder.resolve("programme"), folder.resolve("site"));
    List<String> elsewhere = new ArrayList<>();
    try (SiteServer server = new SiteServer(folder.resolve("site"), "/research/");
        Browser browser = Browser.start()) {
      for (int i = 0; i < questions.size(); i += 8) {
        SearchCorpus.Question question = questions.get(i);
        Page page = browser.page();
        page.onRequest(request -> elsewhere.add(request.url()));
        SearchPages search = new SearchPages(page, server.url().toString());
        search.open();
        search.ask(question.typed());

        System.out.printf(
            "Search of %d notes: %s, %.0f ms, %.0f bytes%n",
            NOTES, question.typed(), search.milliseconds(), search.bytes());
        assertThat(search.addresses()).as(question.typed()).contains(question.page());
        assertThat(search.bytes()).as(question.typed()).isBetween(1.0, (double) MOST_BYTES);
        page.context().close();
      }
      elsewhere.removeIf(url -> url.startsWith(server.url().toString()));
    }
    assertThat(elsewhere).isEmpty();
  }
}
