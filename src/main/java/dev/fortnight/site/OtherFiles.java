package dev.fortnight.site;

import java.util.Optional;
import java.util.function.Supplier;

/** Takes the files of a tree that are no pages, and leaves those that are there already. */
final class OtherFiles {

  private final SiteSink sink;
  private final Optional<Reuse> reuse;

  OtherFiles(SiteSink sink, Optional<Reuse> reuse) {
    this.sink = sink;
    this.reuse = reuse;
  }

  void write(String path, byte[] bytes) {
    if (reuse.filter(earlier -> earlier.hasFile(path, bytes)).isEmpty()) {
      sink.file(path, bytes);
    }
  }

  /**
   * A file that is made again only of something else.
   *
   * @param said all that its bytes depend on; never changed later
   */
  void write(String path, Object said, Supplier<byte[]> making) {
    write(
        path,
        reuse.map(earlier -> earlier.parts().files().of(path, said, making)).orElseGet(making));
  }
}
