package dev.fortnight.edition;

import dev.fortnight.edition.Checklist.Kind;
import dev.fortnight.edition.Checklist.Line;
import dev.fortnight.edition.Checklist.Point;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes through what has to hold before an edition is signed off. */
final class Checking {

  /** What kind a check is of, by its name; the others block nothing. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "consent", Kind.CONSENT,
          "personal-data", Kind.PERSONAL_DATA,
          "topic-author", Kind.PERSONAL_DATA,
          "link", Kind.LINKS,
          "reference", Kind.REFERENCES,
          "evidence-mark", Kind.REFERENCES,
          "image-text", Kind.ACCESSIBILITY,
          "heading-level", Kind.ACCESSIBILITY,
          "link-words", Kind.ACCESSIBILITY,
          "recording", Kind.ACCESSIBILITY);

  private final Review review;
  private final List<Problem> all;
  private final List<Point> points = new ArrayList<>();

  /**
   * @param all what there is to say of the newest source
   */
  Checking(Review review, List<Problem> all) {
    this.review = review;
    this.all = all;
    review.changed().stream()
        .filter(entry -> !(entry.state() instanceof ItemState.Held))
        .forEach(this::look);
  }

  private void look(Review.Entry entry) {
    entry.problems().stream()
        .filter(problem -> KINDS.containsKey(problem.check()))
        .filter(problem -> !isAnswered(problem, entry))
        .forEach(problem -> points.add(new Point(Optional.of(entry.key()), problem)));
  }

  /** Whoever approves an item with a doubt has seen it, for nothing doubtful is approved unseen. */
  private static boolean isAnswered(Problem problem, Review.Entry entry) {
    return problem.holdsBack() && !entry.isOpen();
  }

  /** With what its pages show, as they would be published. */
  Checking pages(DraftEdition draft, Supplier<Optional<ApprovedEdition>> before) {
    draft
        .pages()
        .built()
        .problems()
        .forEach(problem -> points.add(new Point(Optional.empty(), problem)));
    List<PreviewCheck.Fault> faults = PreviewCheck.faults(draft.site(), draft.memory().readPages());
    if (!faults.isEmpty()) {
      List<PreviewCheck.Fault> known =
          before.get().map(edition -> PreviewCheck.faults(edition.site())).orElse(List.of());
      Map<String, String> items = draft.itemsByFile();
      faults.stream()
          .filter(fault -> !isKnown(fault, items.get(fault.page()), known))
          .filter(fault -> !isSaid(fault, items.get(fault.page())))
          .forEach(fault -> points.add(point(fault, items.get(fault.page()))));
    }
    return this;
  }

  /** A page of no item comes from the layouts, so the same fault on another one is the same. */
  private static boolean isKnown(
      PreviewCheck.Fault fault, String item, List<PreviewCheck.Fault> known) {
    return known.contains(fault)
        || item == null && known.stream().anyMatch(one -> one.what().equals(fault.what()));
  }

  /** Whether the note itself has a problem of the kind, which is more to the point. */
  private boolean isSaid(PreviewCheck.Fault fault, String item) {
    return item != null
        && points.stream()
            .anyMatch(
                point ->
                    point.item().equals(Optional.of(item))
                        && KINDS.get(point.problem().check()) == fault.kind());
  }

  private static Point point(PreviewCheck.Fault fault, String item) {
    Problem problem =
        Problem.error(
            fault.kind() == Kind.LINKS ? "link" : "image-text",
            SourceLocation.file("page " + fault.page()),
            fault.what(),
            item == null
                ? "Correct the layouts in 'site', or hold the site's look."
                : "Correct the note or the layouts in 'site', or hold the item.");
    return new Point(Optional.ofNullable(item), problem);
  }

  Checklist list() {
    return new Checklist(Arrays.stream(Kind.values()).map(this::line).toList());
  }

  private Line line(Kind kind) {
    List<Point> blocking =
        points.stream().filter(point -> KINDS.get(point.problem().check()) == kind).toList();
    long leftOut =
        all.stream()
            .filter(problem -> problem.isError() && KINDS.get(problem.check()) == kind)
            .map(problem -> problem.location().file())
            .distinct()
            .count();
    return new Line(kind, blocking, Math.toIntExact(leftOut));
  }
}
