package dev.fortnight.web.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Tells addresses that everybody on the way can read from those that they cannot. */
public final class PublicAddress {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private PublicAddress() {}

  /** Whether what is sent there is encrypted or does not leave the machine. */
  public static boolean isSafe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && isLoopback(address.getHost()));
  }

  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
