package dev.fortnight.edition;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Doubt;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the checks have to say of each item, to be shown to a reviewer and remembered with the
 * decision, so that an item is open again when that changes.
 */
final class ItemProblems {

  private static final String NOTES = "research/";
  private static final String TOPIC = "topic ";

  private final Map<String, List<Problem>> problems = new HashMap<>();
  private final Map<String, Set<String>> marks = new HashMap<>();

  /**
   * @param result of checks that took all doubts for answered
   */
  static ItemProblems of(Checker.Result result) {
    ItemProblems all = new ItemProblems();
    for (Problem problem : result.problems()) {
      item(problem.location().file()).ifPresent(item -> all.add(item, problem, mark(problem)));
    }
    for (Doubt doubt : result.doubts()) {
      all.add(doubt.item(), doubt.problem(), doubt.mark());
    }
    return all;
  }

  private void add(String item, Problem problem, String mark) {
    problems.computeIfAbsent(item, key -> new ArrayList<>()).add(problem);
    marks.computeIfAbsent(item, key -> new HashSet<>()).add(mark);
  }

  /** By place. */
  List<Problem> of(String item) {
    return problems.getOrDefault(item, List.of()).stream().distinct().sorted().toList();
  }

  /** The same as hashes, which are equal where a check says the same of the same place. */
  Set<String> marks(String item) {
    return Set.copyOf(marks.getOrDefault(item, Set.of()));
  }

  private static Optional<String> item(String file) {
    if (file.equals("research/programme.yml")) {
      return Optional.of(ItemContent.OfProgramme.KEY);
    }
    if (file.startsWith(TOPIC)) {
      return Optional.of("topics/" + file.substring(TOPIC.length()));
    }
    return file.startsWith(NOTES) ? Optional.of(file.substring(NOTES.length())) : Optional.empty();
  }

  private static String mark(Problem problem) {
    String said = problem.check() + "\n" + problem.location() + "\n" + problem.what();
    return Sha256.of(said.getBytes(StandardCharsets.UTF_8));
  }
}
