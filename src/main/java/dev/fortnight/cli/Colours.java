package dev.fortnight.cli;

import dev.fortnight.problem.Severity;
import java.util.Map;

/** Colours for a terminal, which a pipe and who asks for none don't get. */
record Colours(boolean isOn) {

  static final Colours NONE = new Colours(false);

  private static final String BOLD = "1";
  private static final String RED = "1;31";
  private static final String MAGENTA = "35";
  private static final String YELLOW = "33";

  /**
   * @param isTerminal whether standard output goes to one
   */
  static Colours of(boolean isTerminal, Map<String, String> environment) {
    boolean isRefused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Colours(isTerminal && !isRefused);
  }

  String heading(String text) {
    return in(BOLD, text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> in(RED, text);
      case QUESTION -> in(MAGENTA, text);
      case WARNING -> in(YELLOW, text);
    };
  }

  private String in(String colour, String text) {
    return isOn ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
