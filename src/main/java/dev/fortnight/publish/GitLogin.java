package dev.fortnight.publish;

import dev.fortnight.problem.Secret;
import java.util.Optional;

/**
 * What the host of a published branch knows Fortnight by.
 *
 * @param token for an https address
 */
public record GitLogin(Optional<Secret> token) {

  /** For a repository on this machine. */
  public static final GitLogin NONE = new GitLogin(Optional.empty());
}
