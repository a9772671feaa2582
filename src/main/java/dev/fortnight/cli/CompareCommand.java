package dev.fortnight.cli;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.site.ChangesFile;
import dev.fortnight.site.Tree;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight compare}: what changed between two editions. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what changed between two editions, word by word, or between the newest edition and"
          + " the working site. What the team changed its mind about comes first.",
      "What people have taken back since is not shown."
    })
final class CompareCommand implements Callable<Integer> {

  private static final String CHANGED = "Changed";

  private static final String SAME_WORDS =
      "Its own words are the same. What it cites, how it is filed or a picture in it changed.";

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;

  @Parameters(
      arity = "0..2",
      paramLabel = "EDITION",
      description =
          "The earlier and the later edition; with one, it and the one before; with none, the"
              + " newest and the working site.")
  private List<Integer> editions = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Tree.Difference difference = options.in(this::difference);
    switch (format) {
      case json -> out.print(new String(ChangesFile.bytes(difference), StandardCharsets.UTF_8));
      case text -> print(difference, out);
    }
    out.flush();
    return 0;
  }

  private Tree.Difference difference(Cycle cycle) {
    if (editions.isEmpty()) {
      return cycle
          .workingDifference()
          .orElseThrow(
              () ->
                  new ParameterException(
                      command.commandLine(), "There is no edition to compare with yet."));
    }
    int later = editions.get(editions.size() - 1);
    int earlier = editions.size() == 2 ? editions.get(0) : later - 1;
    if (earlier < 1 || earlier >= later) {
      throw new ParameterException(
          command.commandLine(), "Name the earlier edition first; there is none before edition 1.");
    }
    return cycle.difference(earlier, later);
  }

  private static void print(Tree.Difference difference, PrintWriter out) {
    out.println(
        difference.headlines().isEmpty()
            ? "Nothing changed our minds."
            : "What we changed our minds about:");
    difference.headlines().forEach(headline -> out.println("  " + Visible.text(headline.text())));
    print("Added", difference.added(), out);
    print(CHANGED, difference.changed(), out);
    print("Removed", difference.removed(), out);
    out.printf("%n%s unchanged.%n", Counts.of(difference.carried().size(), "item is", "items are"));
  }

  private static void print(String word, List<Tree.Change> changes, PrintWriter out) {
    for (Tree.Change change : changes) {
      out.printf("%n%s: %s%n", word, Visible.text(change.title()));
      if (word.equals(CHANGED) && change.passages().isEmpty()) {
        out.println("  " + SAME_WORDS);
      }
      change.passages().forEach(passage -> out.println("  " + Passages.text(passage)));
      if (change.more() > 0) {
        out.println("  and " + Counts.of(change.more(), "more place", "more places"));
      }
    }
  }
}
