package dev.fortnight.web;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.signin.ProviderSettings;
import dev.fortnight.web.signin.PublicAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From where the server can be reached, and where people sign in there. A link that signs in is
 * enough on one machine only.
 *
 * @param host the address to listen on
 * @param address what people write to get here; empty where that is the host
 */
public record Reach(String host, Optional<URI> address, Optional<ProviderSettings> provider) {

  public static final String LOOPBACK = "127.0.0.1";

  /** This machine alone. */
  public static final Reach THIS_MACHINE = new Reach(LOOPBACK, Optional.empty(), Optional.empty());

  /**
   * @throws ProblemException if strangers could get in, or read what is sent
   */
  public Reach {
    boolean isBeyond =
        !PublicAddress.isLoopback(host)
            || address
                .filter(url -> !PublicAddress.isLoopback(String.valueOf(url.getHost())))
                .isPresent();
    if (isBeyond && provider.isEmpty()) {
      throw new ProblemException(
          "beyond this machine people have to sign in at a provider, and none is set",
          "Set FORTNIGHT_SIGN_IN_PROVIDER as docs/security.md says, or leave --host and --address"
              + " out.");
    }
    if (isBeyond && address.isEmpty()) {
      throw new ProblemException(
          "it is not said under which address people reach this server",
          "Add --address, for example --address https://research.example.org/.");
    }
    if (address.filter(url -> !isRoot(url)).isPresent()) {
      throw new ProblemException(
          "the address is none that people could safely sign in at",
          "Give an https address without a path, for example https://research.example.org/.");
    }
  }

  private static boolean isRoot(URI url) {
    return PublicAddress.isSafe(url)
        && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && url.getRawUserInfo() == null;
  }

  private boolean isSecure() {
    return address.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /**
   * What Quarkus and {@link ServerConfig} are told of it, by property. What there is not is said to
   * be empty, or the environment could say otherwise and nobody would have looked at it.
   */
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.http.host", host);
    properties.put("fortnight.address", address.map(URI::toString).orElse(""));
    properties.put(
        "fortnight.sign-in.provider", provider.map(ProviderSettings::provider).orElse(""));
    provider.ifPresent(settings -> properties.putAll(settings.properties(isSecure())));
    return properties;
  }
}
