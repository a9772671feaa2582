package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.topic.github.Requests;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final StringWriter text = new StringWriter();

  private void sync(boolean isSeen) {
    try (ProgressLine line = new ProgressLine(new PrintWriter(text), isSeen)) {
      line.read("council/shared", requests(1));
      line.read("county/a", requests(2));
    }
  }

  private static Requests requests(int made) {
    return new Requests(made, 0, Optional.empty(), Optional.empty());
  }

  @Test
  void lineIsWrittenOverAndGoneAtTheEnd() {
    sync(true);

    assertThat(text)
        .hasToString(
            "\rcouncil/shared: 1 request made"
                + "\rcounty/a: 2 requests made     "
                + "\r                         \r");
  }

  @Test
  void nothingIsWrittenWhereNobodyLooksOn() {
    sync(false);

    assertThat(text).hasToString("");
  }
}
