package dev.fortnight.cli;

import dev.fortnight.edition.Review;
import dev.fortnight.problem.Problem;
import dev.fortnight.site.Tree;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight review show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows an item: what the checks have to say of it, and what differs from its last approved"
            + " content, word by word.")
final class ReviewShowCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;

  @Parameters(paramLabel = "ITEM", description = "Its mark or path, as 'review list' prints it.")
  private String name;

  @Override
  public Integer call() {
    return options.in(
        cycle -> {
          Review.Entry entry = options.entries(cycle.review(), List.of(name)).get(0);
          print(entry, cycle.changes(entry), command.commandLine().getOut());
          return 0;
        });
  }

  private void print(Review.Entry entry, List<Tree.Passage> passages, PrintWriter out) {
    out.println(Visible.text(entry.item().title()));
    out.println(options.place(entry) + ", content " + ReviewOptions.mark(entry));
    String more = ReviewListCommand.more(entry.state());
    out.println(
        ReviewListCommand.word(entry.state()) + (more.isEmpty() ? "" : ", " + Visible.text(more)));
    for (Problem problem : entry.problems()) {
      out.println();
      out.println(ReviewListCommand.said(problem));
      out.println(Visible.text(problem.remedy()));
    }
    for (Tree.Passage passage : passages) {
      out.println();
      out.println(Passages.text(passage));
    }
    out.flush();
  }
}
