package dev.fortnight.publish;

import dev.fortnight.publish.Entries.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An edition's files in one that can be downloaded. Entries are sorted and carry the edition's
 * date; the archive is made once and then kept, for another zlib may compress otherwise.
 */
final class EditionArchive {

  private final SiteStore store;
  private final ZipOutputStream zip;
  private final LocalDate date;

  private EditionArchive(SiteStore store, ZipOutputStream zip, LocalDate date) {
    this.store = store;
    this.zip = zip;
    this.date = date;
  }

  static String name(int number) {
    return "edition-" + number + ".zip";
  }

  static byte[] of(SiteStore store, Entries edition, int number, LocalDate date) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      new EditionArchive(store, zip, date).add(edition, "edition-" + number + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void add(Entries entries, String path) throws IOException {
    for (Map.Entry<String, Entry> named : entries.byName().entrySet()) {
      String name = path + Entries.readable(named.getKey());
      if (named.getValue().isFolder()) {
        add(store.entries(named.getValue().id()), name + "/");
        continue;
      }
      ZipEntry entry = new ZipEntry(name);
      // a local time is written as it is; an instant would depend on this machine's zone
      entry.setTimeLocal(date.atStartOfDay());
      zip.putNextEntry(entry);
      zip.write(store.read(named.getValue().id()));
      zip.closeEntry();
    }
  }
}
