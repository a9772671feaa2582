package dev.fortnight.web.signin;

import dev.fortnight.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Counts failed sign-ins in each quarter of an hour, so that nobody can try without end or fill the
 * audit. Kept in memory: another process counts for itself.
 */
public final class Attempts {

  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** How many are written down; more of them say nothing new. */
  private static final int FOR_THE_AUDIT = 100;

  private static final int IP_6_NETWORK_BYTES = 8;

  private final Clock clock;
  private final int most;
  private final Map<String, Integer> failed = new HashMap<>();
  private Instant since = Instant.MIN;
  private int all;

  /**
   * @param most how many from one address may fail
   */
  public Attempts(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /**
   * Whether somebody may try.
   *
   * @param address an IP address, of version 6 with the whole network that it is in
   */
  public synchronized boolean mayTry(String address) {
    begin();
    return failed.getOrDefault(network(address), 0) < most;
  }

  /** Tells whether it is still to be written down. */
  public synchronized boolean failed(String address) {
    begin();
    all++;
    // there is an entry for each that is written down, and for no more
    if (all <= FOR_THE_AUDIT || failed.containsKey(network(address))) {
      failed.merge(network(address), 1, Integer::sum);
    }
    return all <= FOR_THE_AUDIT;
  }

  private void begin() {
    Instant now = clock.instant();
    if (since.equals(Instant.MIN) || !now.isBefore(since.plus(WINDOW)) || now.isBefore(since)) {
      since = now;
      all = 0;
      failed.clear();
    }
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, IP_6_NETWORK_BYTES));
    } catch (UnknownHostException e) {
      throw new ProblemException(
          "a request came from no address", "Check the proxy in front of the server.", e);
    }
  }
}
