package dev.fortnight.web;

import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What has to hold before an edition is signed off, as the page says it.
 *
 * @param rows the decisions first, then one for each kind of check
 */
public record ChecklistPart(List<Row> rows) {

  /** Of one row; who has more to do than that begins with these. */
  private static final int MOST = 10;

  /**
   * A kind and where it stands.
   *
   * @param key {@code decisions}, or the kind's name in small letters
   * @param state in a word or two
   * @param style the state's name in the stylesheet
   * @param sentence what that means, or what to do
   * @param more how many blocking lines are not listed, a sentence; empty where all are
   */
  public record Row(
      String key,
      String name,
      String state,
      String style,
      String sentence,
      List<Line> lines,
      String more) {}

  /**
   * Something that is in the way.
   *
   * @param link where it is decided on; empty where that is not in the browser
   */
  public record Line(String title, String link, String what, String remedy) {}

  private static final class Rows {

    private final Review review;
    private final PersonalNames names;

    Rows(Review review, PersonalNames names) {
      this.review = review;
      this.names = names;
    }

    Row decisions() {
      List<Line> open =
          review.open().stream().map(entry -> new Line(title(entry), link(entry), "", "")).toList();
      return open.isEmpty()
          ? row("decisions", holds(), "holds", Words.say("checklist.kind.decisions.holds"), open)
          : row(
              "decisions",
              Words.say("checklist.state.open"),
              "open",
              Words.count("checklist.kind.decisions.open", open.size()),
              open);
    }

    Row of(Checklist.Line line) {
      String kind = word(line.kind());
      List<Line> lines = line.blocking().stream().map(this::line).toList();
      String state = line.holds() ? holds() : Words.count("checklist.state", lines.size());
      return row(kind, state, line.holds() ? "holds" : "open", sentence(line), lines);
    }

    private String sentence(Checklist.Line line) {
      String kind = word(line.kind());
      List<String> sentences = new ArrayList<>();
      if (line.holds()) {
        sentences.add(Words.say("checklist.kind." + kind + ".holds"));
      } else if (line.blocking().stream().anyMatch(Rows::isDoubt)) {
        sentences.add(Words.say("checklist.kind." + kind + ".doubt"));
      }
      if (line.kind() == Checklist.Kind.ACCESSIBILITY && !review.open().isEmpty()) {
        sentences.add(Words.say("checklist.kind.accessibility.later"));
      }
      if (line.leftOut() > 0) {
        sentences.add(
            Words.count("checklist.left", line.leftOut())
                + " "
                + Words.say("checklist.left.where"));
      }
      return String.join(" ", sentences);
    }

    private static String word(Checklist.Kind kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isDoubt(Checklist.Point point) {
      return point.problem().severity() == Severity.QUESTION
          && point.problem().check().equals("personal-data");
    }

    private Line line(Checklist.Point point) {
      Problem problem = names.hide(point.problem());
      Optional<Review.Entry> entry = point.item().flatMap(review::entry);
      return new Line(
          entry.map(Rows::title).orElseGet(() -> Words.say("checklist.pages")),
          entry.map(Rows::link).orElse(""),
          sentence(problem),
          problem.remedy());
    }

    private static String sentence(Problem problem) {
      int line = problem.location().line();
      String what = Overview.sentence(problem.what());
      return line == 0 ? what : Words.say("checklist.line", line, what);
    }

    private Row row(String key, String state, String style, String sentence, List<Line> lines) {
      int rest = lines.size() - MOST;
      return new Row(
          key,
          Words.say("checklist.kind." + key),
          state,
          style,
          sentence,
          lines.stream().limit(MOST).toList(),
          rest > 0 ? Words.say("checklist.more", rest) : "");
    }

    private String holds() {
      return Words.say("checklist.state.holds");
    }

    private static String title(Review.Entry entry) {
      return entry.item().title();
    }

    private static String link(Review.Entry entry) {
      return "/review/items/" + entry.item().hash();
    }
  }

  static ChecklistPart of(Checklist checklist, Review review, PersonalNames names) {
    Rows rows = new Rows(review, names);
    List<Row> all = new ArrayList<>();
    all.add(rows.decisions());
    checklist.lines().forEach(line -> all.add(rows.of(line)));
    return new ChecklistPart(List.copyOf(all));
  }
}
