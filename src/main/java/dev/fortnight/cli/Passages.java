package dev.fortnight.cli;

import dev.fortnight.site.Tree;
import java.util.stream.Collectors;

/** Says in plain text which words came and which went. */
final class Passages {

  private Passages() {}

  static String text(Tree.Passage passage) {
    return passage.runs().stream().map(Passages::text).collect(Collectors.joining(" "));
  }

  private static String text(Tree.Run run) {
    String text =
        run.text().lines().map(Visible::text).collect(Collectors.joining(System.lineSeparator()));
    return switch (run.kind()) {
      case KEPT -> text;
      case ADDED -> "[added: " + text + "]";
      case REMOVED -> "[removed: " + text + "]";
      case UNSHOWN -> "[removed: " + text + ", not shown]";
    };
  }
}
