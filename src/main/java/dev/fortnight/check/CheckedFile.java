package dev.fortnight.check;

/** A media file that may be published. */
public final class CheckedFile implements Checked<byte[]> {

  private final String path;
  private final byte[] bytes;
  private final String address;

  CheckedFile(String path, byte[] bytes, String address) {
    this.path = path;
    this.bytes = bytes;
    this.address = address;
  }

  /** Relative to {@code research/}. */
  public String path() {
    return path;
  }

  @Override
  public byte[] content() {
    return bytes;
  }

  /** Where it stands in a tree, named by its hash: {@code media/<sha256>.<ext>}. */
  public String address() {
    return address;
  }
}
