package dev.fortnight.privacy;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A decision that one text in one note may be published although it looks personal.
 *
 * @param note its path relative to {@code research/}
 * @param kind as what it was found
 * @param salt hexadecimal
 * @param hash of the text with the salt, hexadecimal; the text itself stands nowhere in it
 * @param until its last day
 * @param line in {@code research/waivers.yml}
 */
public record Waiver(
    String note,
    PersonalData kind,
    String salt,
    String hash,
    String reason,
    String by,
    LocalDate until,
    int line) {

  /** Telephone numbers are few enough to be guessed, so that a guess has to cost something. */
  private static final int ROUNDS = 50_000;

  private static final int BITS = 256;

  /** Decides anew, with a salt of its own. */
  public static Waiver of(
      String note, Find find, String reason, String by, LocalDate until, SecureRandom random) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    String written = HexFormat.of().formatHex(salt);
    return new Waiver(
        note, find.kind(), written, hash(written, find.folded()), reason, by, until, 0);
  }

  /** PBKDF2 with HMAC-SHA-256 over a text without its disguise. */
  static String hash(String salt, String folded) {
    KeySpec key = new PBEKeySpec(folded.toCharArray(), HexFormat.of().parseHex(salt), ROUNDS, BITS);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return HexFormat.of().formatHex(factory.generateSecret(key).getEncoded());
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Whether it is for a find in an item. */
  public boolean isOf(String path, Find find) {
    return note.equals(path) && kind == find.kind() && hash.equals(hash(salt, find.folded()));
  }

  /** Whether it still counts on a day. */
  public boolean holds(LocalDate day) {
    return !day.isAfter(until);
  }
}
