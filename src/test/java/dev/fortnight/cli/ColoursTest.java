package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColoursTest {

  @Test
  void onlyATerminalThatWantsThemHasColours() {
    assertThat(Colours.of(true, Map.of("TERM", "xterm")).isOn()).isTrue();
    assertThat(Colours.of(true, Map.of("NO_COLOR", "")).isOn()).isTrue();
    assertThat(Colours.of(true, Map.of("NO_COLOR", "1")).isOn()).isFalse();
    assertThat(Colours.of(true, Map.of("TERM", "dumb")).isOn()).isFalse();
    assertThat(Colours.of(false, Map.of("TERM", "xterm")).isOn()).isFalse();
  }

  @Test
  void severityAndCaretsHaveTheSameColour() {
    StringWriter out = new StringWriter();
    Problem problem =
        Problem.error("consent", SourceLocation.columns("a.md", 2, 10, 13), "it is", "Do.");

    new ProblemPrinter(
            new PrintWriter(out),
            new Colours(true),
            any -> Optional.of(new SourceLine("consent: yes", 4)))
        .print(List.of(problem));

    assertThat(out.toString().replace('\u001b', '!'))
        .isEqualTo(
            """
            ![1ma.md![0m
              ![1;31merror![0m, line 2 (consent)
                consent: yes
                ![1;31m         ^^^![0m
                it is.
                Do.

            """);
  }
}
