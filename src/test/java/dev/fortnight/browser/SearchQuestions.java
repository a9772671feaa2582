package dev.fortnight.browser;

import com.microsoft.playwright.Page;
import dev.fortnight.cli.BuiltSite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks fifty questions of a site of many notes, in Chromium, and counts those whose answer is among
 * the first three results, with how long that took and what was sent for it. The aim is 45 within
 * 100 ms and, of 1,000 notes, 100 kB. Run by hand: {@code SearchQuestions FOLDER [NOTES]}.
 */
public final class SearchQuestions {

  private static final int FIRST = 3;

  private SearchQuestions() {}

  /** Asks and prints. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int notes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    List<SearchCorpus.Question> questions = SearchCorpus.write(folder.resolve("programme"), notes);
    BuiltSite.of(folder.resolve("programme"), folder.resolve("site"));
    ask(folder.resolve("site"), questions, System.out);
    System.exit(0);
  }

  private static void ask(Path site, List<SearchCorpus.Question> questions, PrintStream out) {
    int answered = 0;
    String dearest = "";
    List<Double> cold = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    List<Double> sent = new ArrayList<>();
    try (SiteServer server = new SiteServer(site, "/research/");
        Browser browser = Browser.start()) {
      for (SearchCorpus.Question question : questions) {
        Page page = browser.page();
        SearchPages search = new SearchPages(page, server.url().toString());
        search.open();
        search.ask(question.typed());
        cold.add(search.milliseconds());
        if (sent.stream().allMatch(less -> less < search.bytes())) {
          dearest = question.typed();
        }
        sent.add(search.bytes());
        List<String> first = search.addresses().stream().limit(FIRST).toList();
        if (first.contains(question.page())) {
          answered++;
        } else {
          out.println("not found: " + question.typed() + " in " + first + ": " + search.count());
        }
        search.ask("council");
        search.ask(question.typed());
        warm.add(search.milliseconds());
        page.context().close();
      }
    }
    out.println(answered + " of " + questions.size() + " answered by one of the first " + FIRST);
    out.println("milliseconds to the first result, first question: " + spread(cold));
    out.println("milliseconds to the first result, asked again: " + spread(warm));
    out.println("bytes before the first result, the page included: " + spread(sent));
    out.println("most was sent for: " + dearest);
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return "median %.0f, 95 %% %.0f, most %.0f"
        .formatted(
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 95 / 100),
            sorted.get(sorted.size() - 1));
  }
}
