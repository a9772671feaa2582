package dev.fortnight.cli;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Decision;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.Problem;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight review list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what changed since it was approved, held items first.")
final class ReviewListCommand implements Callable<Integer> {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** One item as JSON shows it. */
  record Line(
      String item,
      String hash,
      String title,
      String state,
      String why,
      String by,
      String at,
      String reason,
      List<String> problems) {}

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print them: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    return options.in(
        cycle -> {
          Review review = cycle.review();
          switch (format) {
            case json ->
                out.println(Json.ofUntrusted(review.changed().stream().map(this::line).toList()));
            case text -> {
              print(review, out, cycle.checklist());
              tellOfErrors(cycle.problems(), out);
            }
          }
          out.flush();
          return 0;
        });
  }

  private static void tellOfErrors(List<Problem> problems, PrintWriter out) {
    long errors = problems.stream().filter(Problem::isError).count();
    if (errors > 0) {
      out.println(
          Counts.of(errors, "problem keeps", "problems keep")
              + " something out altogether; 'fortnight check' tells which.");
    }
  }

  private void print(Review review, PrintWriter out, Checklist checklist) {
    List<Review.Entry> changed = review.changed();
    out.printf(
        "Sprint %d, %s to %s: %s%n",
        review.sprint().number(),
        DAY.format(review.sprint().first()),
        DAY.format(review.sprint().last()),
        changed.isEmpty()
            ? "nothing has changed since it was approved"
            : changed.size() - review.open().size() + " of " + changed.size() + " decided");
    for (Class<?> state :
        List.of(ItemState.Held.class, ItemState.Open.class, ItemState.ApprovedNow.class)) {
      changed.stream()
          .filter(entry -> state.isInstance(entry.state()))
          .sorted(Comparator.comparing(entry -> !entry.wasHeld()))
          .forEach(entry -> print(entry, out));
    }
    long unchanged = review.entries().size() - changed.size();
    if (unchanged > 0) {
      out.printf("%n%s unchanged.%n", Counts.of(unchanged, "item is", "items are"));
    }
    for (var waiver : review.waivers()) {
      out.printf(
          "Waiver in research/%s: %s may be seen until %s. %s (%s)%n",
          Visible.text(waiver.note()),
          waiver.kind().noun(),
          DAY.format(waiver.until()),
          Visible.text(waiver.reason()),
          Visible.text(waiver.by()));
    }
    if (!changed.isEmpty()) {
      ChecklistLines.summarise(checklist, out);
    }
    if (!review.open().isEmpty()) {
      out.println(
          "Look with 'fortnight review show MARK'; decide with 'approve MARK' or 'hold MARK"
              + " --reason TEXT'.");
    } else if (!changed.isEmpty()) {
      out.println("Everything is decided. Sign off with 'fortnight review sign-off'.");
    }
  }

  private void print(Review.Entry entry, PrintWriter out) {
    out.printf(
        "%n%-8s  %s  %s%n          %s%n",
        word(entry.state()),
        ReviewOptions.mark(entry),
        options.place(entry),
        Visible.text(entry.item().title()));
    String more = more(entry.state());
    if (!more.isEmpty()) {
      out.println("          " + Visible.text(more));
    }
    for (Problem problem : entry.problems()) {
      out.println("          " + said(problem));
    }
  }

  static String said(Problem problem) {
    String line = problem.location().line() == 0 ? "" : "line " + problem.location().line() + ": ";
    return problem.severity().name().toLowerCase(Locale.ROOT)
        + ", "
        + Visible.text(line + problem.what() + ".");
  }

  static String word(ItemState state) {
    if (state instanceof ItemState.Held) {
      return "held";
    }
    return state instanceof ItemState.ApprovedNow
        ? "approved"
        : state instanceof ItemState.Open ? "open" : "unchanged";
  }

  static String more(ItemState state) {
    if (state instanceof ItemState.Open open) {
      String why =
          switch (open.why()) {
            case NEW -> "new";
            case CHANGED -> "changed since somebody decided on it";
            case RECHECKED -> "unchanged, but the checks have something else to say of it";
          };
      return why + open.held().map(held -> "; held " + words(held)).orElse("");
    }
    return decision(state).map(ReviewListCommand::words).orElse("");
  }

  private static String words(Decision decision) {
    return "by "
        + decision.by()
        + " in sprint "
        + decision.sprint()
        + decision.reason().map(reason -> ": " + reason).orElse("");
  }

  private static Optional<Decision> decision(ItemState state) {
    if (state instanceof ItemState.Held held) {
      return Optional.of(held.decision());
    }
    return state instanceof ItemState.ApprovedNow approved
        ? Optional.of(approved.decision())
        : Optional.empty();
  }

  private Line line(Review.Entry entry) {
    Optional<Decision> decision = decision(entry.state());
    return new Line(
        options.place(entry),
        entry.item().hash(),
        entry.item().title(),
        word(entry.state()),
        entry.state() instanceof ItemState.Open open
            ? open.why().name().toLowerCase(Locale.ROOT)
            : null,
        decision.map(Decision::by).orElse(null),
        decision.map(one -> one.at().toString()).orElse(null),
        decision.flatMap(Decision::reason).orElse(null),
        entry.problems().stream().map(ReviewListCommand::said).toList());
  }
}
