package dev.fortnight.check;

/** A media file that may be published. */
public final class CheckedFile implements Checked<byte[]> {

  private final String path;
  private final byte[] bytes;
  private final String hash;
  private final String extension;

  CheckedFile(String path, byte[] bytes, String hash, String extension) {
    this.path = path;
    this.bytes = bytes;
    this.hash = hash;
    this.extension = extension;
  }

  /** Relative to {@code research/}. */
  public String path() {
    return path;
  }

  @Override
  public byte[] content() {
    return bytes;
  }

  /** SHA-256, lower-case hexadecimal. */
  public String hash() {
    return hash;
  }

  /** Where it stands in a tree, named by its hash: {@code media/<sha256>.<ext>}. */
  public String address() {
    return "media/" + hash + "." + extension;
  }
}
