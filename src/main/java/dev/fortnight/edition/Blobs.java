package dev.fortnight.edition;

import java.util.Optional;

/** Hands out stored bytes by their SHA-256. */
public interface Blobs {

  Optional<byte[]> bytes(String hash);
}
