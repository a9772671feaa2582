package dev.fortnight.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import dev.fortnight.problem.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Problems in the Static Analysis Results Interchange Format, 2.1.0, for editors. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  record Run(
      Tool tool, String columnKind, Map<String, Base> originalUriBaseIds, List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, List<Rule> rules) {}

  record Rule(String id, Message shortDescription) {}

  record Message(String text) {}

  /** Where the root is differs from machine to machine, so only its meaning is given. */
  record Base(Message description) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<SarifLocation> locations,
      Map<String, String> partialFingerprints,
      Properties properties) {}

  /** A level has no place for a question, so the severity stands here in Fortnight's own word. */
  record Properties(String severity) {}

  static SarifLog of(List<Problem> problems, SourceFiles files, SourceRoot root) {
    List<String> checks = problems.stream().map(Problem::check).distinct().sorted().toList();
    List<Rule> rules =
        checks.stream().map(check -> new Rule(check, new Message(Rules.sentence(check)))).toList();
    Map<String, Integer> seen = new HashMap<>();
    List<Result> results =
        problems.stream()
            .map(
                problem ->
                    new Result(
                        problem.check(),
                        checks.indexOf(problem.check()),
                        level(problem.severity()),
                        new Message(Visible.text(sentences(problem))),
                        List.of(SarifLocation.of(problem.location(), files, root)),
                        Map.of("fortnight/v1", fingerprint(problem, seen)),
                        new Properties(ProblemPrinter.severity(problem))))
            .toList();
    Run run =
        new Run(
            new Tool(new Driver("Fortnight", Version.number(), rules)),
            "unicodeCodePoints",
            Map.of(SarifLocation.ROOT, new Base(new Message("The root of the source files."))),
            results);
    return new SarifLog(SCHEMA, "2.1.0", List.of(run));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case QUESTION, WARNING -> "warning";
    };
  }

  private static String sentences(Problem problem) {
    return problem.what() + ". " + problem.remedy();
  }

  /**
   * The how many-eth of its check in its file: it stays the same while lines move, and is made of
   * nothing that the result does not say anyway. A hash of a line would give a short one away.
   */
  private static String fingerprint(Problem problem, Map<String, Integer> seen) {
    SourceLocation location = problem.location();
    String place = problem.check() + ":" + SarifLocation.encoded(location.file());
    return place + ":" + seen.merge(place, 1, Integer::sum);
  }
}
