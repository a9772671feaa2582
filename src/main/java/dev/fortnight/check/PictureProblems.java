package dev.fortnight.check;

import dev.fortnight.privacy.Picture;
import dev.fortnight.privacy.PictureTrace;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is to say about a picture that was cleaned or refused. */
final class PictureProblems {

  private PictureProblems() {}

  /**
   * @param where what shows the picture
   * @param path relative to {@code research/}
   */
  static List<Problem> of(String check, SourceLocation where, String path, Picture picture) {
    String file = "research/" + path;
    if (picture instanceof Picture.Refused refused) {
      String what = file + " " + refused.why() + ", so it is not published";
      return List.of(Problem.warning(check, where, what, refused.remedy()));
    }
    Set<PictureTrace> traces = ((Picture.Clean) picture).traces();
    List<Problem> problems = new ArrayList<>();
    String personal = named(traces, true);
    if (!personal.isEmpty()) {
      problems.add(
          Problem.warning(
              check,
              where,
              file
                  + (" also holds " + personal + ", which is published nowhere but stays in the")
                  + " repository and its history",
              "If others read the repository, export the picture again without that and take the"
                  + " old file out of its history."));
    }
    String lost = named(traces, false);
    if (!lost.isEmpty()) {
      problems.add(
          Problem.warning(
              check,
              where,
              file + " also holds " + lost + ", so it is published without that",
              "Look at it in the preview, and export it as PNG if something is missing."));
    }
    return problems;
  }

  private static String named(Set<PictureTrace> traces, boolean isPersonal) {
    return traces.stream()
        .filter(trace -> trace.isPersonal() == isPersonal)
        .map(PictureTrace::named)
        .collect(Collectors.joining(", "));
  }
}
