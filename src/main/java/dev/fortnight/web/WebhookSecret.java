package dev.fortnight.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What GitHub signs its webhooks with; whatever prints it prints {@code ***}. Source:
 * docs.github.com, "Validating webhook deliveries".
 */
public final class WebhookSecret {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private final SecretKeySpec key;

  /**
   * @param value not empty
   */
  public WebhookSecret(String value) {
    this.key = new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Whether GitHub signed a body.
   *
   * @param body as it came, before any parsing
   * @param signature the header {@code X-Hub-Signature-256}; null where it is missing
   */
  public boolean signed(byte[] body, String signature) {
    if (signature == null || !signature.startsWith(PREFIX)) {
      return false;
    }
    byte[] given = signature.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
    byte[] right = HexFormat.of().formatHex(code(body)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, given);
  }

  private byte[] code(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
