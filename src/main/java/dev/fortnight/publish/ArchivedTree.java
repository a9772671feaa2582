package dev.fortnight.publish;

import dev.fortnight.edition.Manifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of an archived edition, hashed as they are unpacked in memory; nothing is written.
 *
 * @param hashes SHA-256 of each file but the manifest, by path
 */
record ArchivedTree(NavigableMap<String, String> hashes, byte[] manifest) {

  private static final int MOST = 200_000;
  private static final long LARGEST_FILE = 100L << 20;
  private static final long LARGEST = 4L << 30;

  /** Empty where it is no such archive, or one that unpacks to more than a site can hold. */
  static Optional<ArchivedTree> read(byte[] zip, String folder) {
    NavigableMap<String, String> hashes = new TreeMap<>();
    byte[] manifest = new byte[0];
    long total = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().startsWith(folder)) {
          return Optional.empty();
        }
        String path = entry.getName().substring(folder.length());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        boolean isManifest = path.equals(Manifest.FILE);
        long size = drain(new DigestInputStream(in, digest), isManifest ? kept : null);
        total += Math.max(size, 0);
        boolean isNew = hashes.put(path, HexFormat.of().formatHex(digest.digest())) == null;
        if (size < 0 || total > LARGEST || !isNew || hashes.size() > MOST || !PlainPath.is(path)) {
          return Optional.empty();
        }
        manifest = isManifest ? kept.toByteArray() : manifest;
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    hashes.remove(Manifest.FILE);
    return manifest.length == 0
        ? Optional.empty()
        : Optional.of(new ArchivedTree(hashes, manifest));
  }

  /**
   * @return how many bytes there were; -1 where they are more than a file may have
   */
  private static long drain(InputStream in, ByteArrayOutputStream kept) throws IOException {
    long limit = kept == null ? LARGEST_FILE : TreeCheck.LARGEST_MANIFEST;
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      if (size > limit) {
        return -1;
      }
      if (kept != null) {
        kept.write(buffer, 0, read);
      }
    }
    return size;
  }
}
