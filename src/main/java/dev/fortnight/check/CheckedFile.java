package dev.fortnight.check;

import dev.fortnight.note.Captions;
import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.Picture;
import java.nio.charset.StandardCharsets;

/** A picture or captions as they may be published: cleaned of what they carried besides. */
public final class CheckedFile implements Checked<byte[]> {

  private final String path;
  private final byte[] bytes;
  private final String hash;
  private final String extension;
  private final String words;

  CheckedFile(String path, Picture.Clean picture) {
    this(path, picture.bytes(), picture.extension(), picture.words());
  }

  CheckedFile(String path, Captions captions) {
    this(path, captions.text().getBytes(StandardCharsets.UTF_8), "vtt", captions.words());
  }

  private CheckedFile(String path, byte[] bytes, String extension, String words) {
    this.path = path;
    this.bytes = bytes;
    this.hash = Sha256.of(bytes);
    this.extension = extension;
    this.words = words;
  }

  /** Relative to {@code research/}. */
  public String path() {
    return path;
  }

  @Override
  public byte[] content() {
    return bytes;
  }

  /** What can be read in it as text, one to a line; see {@link Picture.Clean#words}. */
  public String words() {
    return words;
  }

  /** Of the cleaned bytes, SHA-256, lower-case hexadecimal. */
  public String hash() {
    return hash;
  }

  /** Where it stands in a tree, named by its hash: {@code media/<sha256>.<ext>}. */
  public String address() {
    return "media/" + hash + "." + extension;
  }
}
