package dev.fortnight.web;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import java.util.List;
import java.util.Locale;

/** What a preview adds to the end of a page: its script, and the problems where there are any. */
final class PreviewPanel {

  /** More help nobody, and make each page slow. */
  private static final int MOST = 100;

  private PreviewPanel() {}

  static String html(PreviewState.Shown shown) {
    StringBuilder html = new StringBuilder();
    html.append("<link rel=\"stylesheet\" href=\"/.fortnight/preview.css\">");
    html.append("<script src=\"/.fortnight/preview.js\" data-build=\"")
        .append(shown.number())
        .append("\" defer></script>");
    List<Problem> problems = shown.problems();
    if (problems.isEmpty() && shown.failure().isEmpty()) {
      return html.toString();
    }
    html.append("<aside class=\"fortnight-preview\" aria-label=\"")
        .append(escaped(Words.say("preview.label")))
        .append("\"><details><summary>")
        .append(escaped(summary(shown)))
        .append("</summary><div class=\"fortnight-preview-body\" tabindex=\"0\">");
    shown
        .failure()
        .ifPresent(
            failure ->
                html.append("<p>")
                    .append(escaped(Words.say("preview.failed.lead")))
                    .append("</p><ul>")
                    .append(item(failure))
                    .append("</ul>"));
    if (!problems.isEmpty()) {
      html.append("<ul>");
      problems.stream().limit(MOST).map(PreviewPanel::item).forEach(html::append);
      html.append("</ul>");
    }
    if (problems.size() > MOST) {
      html.append("<p>").append(escaped(Words.say("preview.first", MOST))).append("</p>");
    }
    return html.append("</div></details></aside>").toString();
  }

  private static String summary(PreviewState.Shown shown) {
    if (shown.failure().isPresent()) {
      return Words.say("preview.failed");
    }
    long held = shown.problems().stream().filter(Problem::holdsBack).count();
    long warnings = shown.problems().size() - held;
    String problems = held == 0 ? "" : Words.count("preview.problems", held);
    String others = warnings == 0 ? "" : Words.count("preview.warnings", warnings);
    return Words.say("preview.summary", problems + (held > 0 && warnings > 0 ? ", " : "") + others);
  }

  private static String item(Problem problem) {
    String severity = problem.severity().name().toLowerCase(Locale.ROOT);
    String mark = problem.severity() == Severity.WARNING ? "" : " class=\"fortnight-held\"";
    return "<li"
        + mark
        + "><p><code>"
        + escaped(problem.location().toString())
        + "</code> "
        + severity
        + "</p><p>"
        + escaped(problem.what())
        + ".</p><p>"
        + escaped(problem.remedy())
        + "</p></li>";
  }

  /** File names and messages may hold what an author wrote. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
