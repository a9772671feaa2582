package dev.fortnight.announce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a channel is to show of an edition as it is published.
 *
 * @param tree what its files hash to
 */
record Wanted(Announcement announcement, int part, String tree) {

  Announcement.Message message() {
    return announcement.messages().get(part);
  }

  String hash() {
    try {
      byte[] bytes = message().body().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The row when the channel shows it. */
  OutboxRow told(OutboxRow row) {
    return row.telling(tree, hash(), announcement.messages().size());
  }
}
