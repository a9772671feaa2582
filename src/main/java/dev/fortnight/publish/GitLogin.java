package dev.fortnight.publish;

import dev.fortnight.problem.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the host of a published branch knows Fortnight by.
 *
 * @param token for an https address
 * @param deployKey the file of a private key without a passphrase, for an SSH address
 * @param knownHosts the file of the keys by which hosts are recognised
 */
public record GitLogin(Optional<Secret> token, Optional<Path> deployKey, Path knownHosts) {

  /** For a repository on this machine. */
  public static final GitLogin NONE = of(Optional.empty(), Map.of());

  /**
   * Takes {@code FORTNIGHT_DEPLOY_KEY} and {@code FORTNIGHT_KNOWN_HOSTS} from an environment; hosts
   * are otherwise those that this user knows.
   */
  public static GitLogin of(Optional<Secret> token, Map<String, String> environment) {
    Path ofUser = Path.of(System.getProperty("user.home"), ".ssh", "known_hosts");
    return new GitLogin(
        token,
        Optional.ofNullable(environment.get("FORTNIGHT_DEPLOY_KEY")).map(Path::of),
        Optional.ofNullable(environment.get("FORTNIGHT_KNOWN_HOSTS")).map(Path::of).orElse(ofUser));
  }
}
