package dev.fortnight.web.signin;

import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param token what their browser holds; 256 random bits
 * @param name what is shown with their decisions
 * @param signedInAt when they last proved who they are
 */
public record Session(String token, String name, Instant signedInAt) {

  /** Signing an edition off asks for a sign-in that is no older. Source: ASVS 5.0, 7.5.3. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  /**
   * What the forms of this session carry, so that no other site can send them. It cannot be told
   * from the forms what the browser holds.
   */
  public String formToken() {
    return hash("form " + token);
  }

  /** Whether a form is one of ours, compared in constant time. */
  public boolean sent(String formToken) {
    return formToken != null
        && MessageDigest.isEqual(
            formToken.getBytes(StandardCharsets.UTF_8),
            formToken().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether they signed in so recently that an edition may be signed off. */
  public boolean isFresh(Instant now) {
    return now.isBefore(signedInAt.plus(FRESH));
  }

  static String hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "session of " + name;
  }
}
