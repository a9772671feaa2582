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
 * @param provedAt when they last proved who they are; {@link Instant#EPOCH} where that is unknown
 */
public record Session(String token, Person person, Instant provedAt) {

  /** Signing an edition off asks for a sign-in that is no older. Source: ASVS 5.0, 7.5.3. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  /** What is shown with their decisions. */
  public String name() {
    return person.name();
  }

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

  /** Whether they proved who they are so recently that an edition may be signed off. */
  public boolean isFresh(Instant now) {
    return now.isBefore(provedAt.plus(FRESH));
  }

  static String hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "session of " + name();
  }
}
