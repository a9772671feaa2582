package dev.fortnight.browser;

import com.microsoft.playwright.BrowserContext;
import dev.fortnight.cli.BuiltSite;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks fifty questions of a site of many notes, in Chromium, each in a browser that knows nothing
 * of the site, and counts those whose answer is among the first three results, with how long that
 * took and what was sent for it. The aim is 45 within 100 ms and, of 1,000 notes, 100 kB. A
 * question is put in at once, as if it were pasted, and once more letter by letter. Run by hand:
 * {@code SearchQuestions FOLDER [NOTES]}; what is in the folder is not built again.
 */
public final class SearchQuestions {

  private static final int FIRST = 3;

  private final Figures pasted = new Figures();
  private final Figures again = new Figures();
  private final Figures typed = new Figures();
  private final Figures sent = new Figures();
  private final Figures sentForTyped = new Figures();
  private int answered;

  private SearchQuestions() {}

  /** Asks and prints. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int notes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    List<SearchCorpus.Question> questions = SearchCorpus.write(folder.resolve("programme"), notes);
    if (!Files.isDirectory(folder.resolve("site"))) {
      BuiltSite.of(folder.resolve("programme"), folder.resolve("site"));
    }
    new SearchQuestions().ask(folder.resolve("site"), questions, System.out);
    System.exit(0);
  }

  private void ask(Path site, List<SearchCorpus.Question> questions, PrintStream out) {
    try (SiteServer server = new SiteServer(site, "/research/");
        Browser browser = Browser.start()) {
      server.prepare();
      for (SearchCorpus.Question question : questions) {
        try (BrowserContext context = browser.desktop()) {
          paste(question, opened(context, server), out);
        }
        try (BrowserContext context = browser.desktop()) {
          SearchPages search = opened(context, server);
          search.type(question.typed());
          typed.add(search.milliseconds(), question);
          sentForTyped.add(search.bytes(), question);
        }
      }
    }
    out.println(answered + " of " + questions.size() + " answered by one of the first " + FIRST);
    out.println("milliseconds to the first result, pasted: " + pasted);
    out.println("milliseconds to the first result, typed: " + typed);
    out.println("milliseconds to the first result, asked again: " + again);
    out.println("bytes before the first result, the page included, pasted: " + sent);
    out.println("bytes before the first result, the page included, typed: " + sentForTyped);
  }

  private static SearchPages opened(BrowserContext context, SiteServer server) {
    SearchPages search = new SearchPages(context.newPage(), server.url().toString());
    search.open();
    search.settle();
    search.rest();
    return search;
  }

  private void paste(SearchCorpus.Question question, SearchPages search, PrintStream out) {
    search.ask(question.typed());
    pasted.add(search.milliseconds(), question);
    sent.add(search.bytes(), question);
    List<String> first = search.addresses().stream().limit(FIRST).toList();
    if (first.contains(question.page())) {
      answered++;
    } else {
      out.println("not found: " + question.typed() + " in " + first + ": " + search.count());
    }
    search.ask("council");
    search.ask(question.typed());
    again.add(search.milliseconds(), question);
  }

  /** Of each question one. */
  private static final class Figures {

    private final List<Figure> figures = new ArrayList<>();

    private record Figure(double value, String question) {}

    private void add(double value, SearchCorpus.Question question) {
      figures.add(new Figure(value, question.typed()));
    }

    @Override
    public String toString() {
      List<Figure> sorted =
          figures.stream().sorted(Comparator.comparingDouble(Figure::value)).toList();
      return "median %.0f, 95 %% %.0f, most %.0f (%s)"
          .formatted(
              sorted.get(sorted.size() / 2).value(),
              sorted.get(sorted.size() * 95 / 100).value(),
              sorted.get(sorted.size() - 1).value(),
              sorted.get(sorted.size() - 1).question());
    }
  }
}
