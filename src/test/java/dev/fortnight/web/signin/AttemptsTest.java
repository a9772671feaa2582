package dev.fortnight.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final Moving clock = new Moving();
  private final Attempts attempts = new Attempts(clock, 10);

  @Test
  void whoFailedTenTimesWaitsForTheNextQuarterOfAnHour() {
    for (int time = 0; time < 10; time++) {
      assertThat(attempts.mayTry("192.0.2.1")).isTrue();
      assertThat(attempts.failed("192.0.2.1")).isTrue();
    }
    assertThat(attempts.mayTry("192.0.2.1")).isFalse();
    assertThat(attempts.mayTry("192.0.2.2")).as("somebody else").isTrue();

    clock.now = clock.now.plus(Duration.ofMinutes(15));
    assertThat(attempts.mayTry("192.0.2.1")).isTrue();
  }

  @Test
  void addressesOfOneNetworkCountAsOne() {
    for (int time = 0; time < 10; time++) {
      attempts.failed("2001:db8:0:1::" + Integer.toHexString(time));
    }
    assertThat(attempts.mayTry("2001:db8:0:1:ffff::1")).isFalse();
    assertThat(attempts.mayTry("2001:db8:0:2::1")).isTrue();
  }

  @Test
  void aFloodFillsNeitherTheAuditNorTheMemory() {
    long written = 0;
    for (int address = 0; address < 1000; address++) {
      written += attempts.failed("192.0.2." + address) ? 1 : 0;
    }
    assertThat(written).isEqualTo(100);
  }

  @Test
  void aClockThatWasSetBackKeepsNobodyOut() {
    for (int time = 0; time < 10; time++) {
      attempts.failed("192.0.2.1");
    }
    clock.now = clock.now.minus(Duration.ofDays(1));
    assertThat(attempts.mayTry("192.0.2.1")).isTrue();
  }

  /** A clock that the test moves. */
  private static final class Moving extends Clock {

    private Instant now = Instant.parse("2026-11-13T14:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
