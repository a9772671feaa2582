package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCheckTest {

  private final SetClock machine = new SetClock("2026-11-13T14:30:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-13T14:29:55Z", "2026-11-13T14:30:00Z", "2026-11-13T14:30:05Z"})
  void fiveSecondsAreTolerated(String database) {
    assertThat(check(database).refusal()).isEmpty();
  }

  @Test
  void machineThatIsAheadSaysBySoManySeconds() {
    assertThat(check("2026-11-13T14:29:54Z").refusal())
        .contains(
            "this machine's clock is 6 seconds ahead of the database's, so it schedules nothing."
                + " Set it by a time server");
  }

  @Test
  void machineThatIsBehindSaysBySoManySeconds() {
    assertThat(check("2026-11-13T14:32:00Z").refusal())
        .contains(
            "this machine's clock is 120 seconds behind the database's, so it schedules nothing."
                + " Set it by a time server");
  }

  private ClockCheck check(String database) {
    return new ClockCheck(() -> Instant.parse(database), machine);
  }
}
