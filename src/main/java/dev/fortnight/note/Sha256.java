package dev.fortnight.note;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that contents are known by. */
public final class Sha256 {

  private Sha256() {}

  /** SHA-256, lower-case hexadecimal. */
  public static String of(byte[] bytes) {
    return text(started().digest(bytes));
  }

  /** One for bytes that come in parts; {@link #text} writes what it comes to. */
  public static MessageDigest started() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A hash in lower-case hexadecimal. */
  public static String text(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
