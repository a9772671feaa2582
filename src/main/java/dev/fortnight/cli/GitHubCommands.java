package dev.fortnight.cli;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import dev.fortnight.problem.SourceLocation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Problems as the workflow commands that GitHub turns into annotations of a file's lines. GitHub
 * shows ten of each level for a step, so questions have a level of their own: warnings do not crowd
 * them out.
 */
final class GitHubCommands {

  private final SourceFiles files;
  private final SourceRoot root;

  GitHubCommands(SourceFiles files, SourceRoot root) {
    this.files = files;
    this.root = root;
  }

  String of(Problem problem) {
    SourceLocation location = problem.location();
    Map<String, String> properties = new LinkedHashMap<>();
    Optional<String> file = root.file(location.file());
    file.ifPresent(path -> properties.put("file", path));
    if (file.isPresent()) {
      Extent extent = Extent.of(location, files.line(location));
      properties.put("line", String.valueOf(extent.line()));
      properties.put("endLine", String.valueOf(extent.line()));
      if (extent.length() > 0) {
        properties.put("col", String.valueOf(extent.column()));
        properties.put("endColumn", String.valueOf(extent.column() + extent.length()));
      }
    }
    properties.put("title", ProblemPrinter.severity(problem) + " (" + problem.check() + ")");
    String place = file.isPresent() ? "" : location + ": ";
    return "::"
        + level(problem.severity())
        + " "
        + properties.entrySet().stream()
            .map(property -> property.getKey() + "=" + property(property.getValue()))
            .collect(Collectors.joining(","))
        + "::"
        + data(place + problem.what() + ". " + problem.remedy());
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case QUESTION -> "warning";
      case WARNING -> "notice";
    };
  }

  /** The runner reads lines, and takes these three escapes back. */
  private static String data(String text) {
    return Visible.text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
