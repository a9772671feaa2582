package dev.fortnight.publish;

import dev.fortnight.edition.Manifest;
import dev.fortnight.problem.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.ObjectId;

/** Reads files of a site and hashes them, over the network several at once. */
final class FileHashes {

  private final ReadableSite site;
  private final int limit;

  /**
   * A file as it was found.
   *
   * @param hash SHA-256; empty where it could not be read
   * @param git what git calls it; empty where it could not be read
   * @param file what was found instead
   */
  record Found(Optional<String> hash, Optional<ObjectId> git, SiteFile file) {}

  /**
   * @param limit of one file, in bytes
   */
  FileHashes(ReadableSite site, int limit) {
    this.site = site;
    this.limit = limit;
  }

  void forEach(String folder, Collection<String> paths, BiConsumer<String, Found> what) {
    ExecutorService threads = Executors.newFixedThreadPool(site.connections());
    try {
      Map<String, Future<Found>> futures = new LinkedHashMap<>();
      paths.forEach(path -> futures.put(path, threads.submit(() -> found(folder + path))));
      for (Map.Entry<String, Future<Found>> future : futures.entrySet()) {
        what.accept(future.getKey(), future.getValue().get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProblemException problem
          ? problem
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException("the comparison was interrupted", "Start it again.", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Found found(String path) {
    SiteFile file = site.file(path, limit);
    if (!(file instanceof SiteFile.Content content)) {
      return new Found(Optional.empty(), Optional.empty(), file);
    }
    byte[] bytes = content.bytes();
    return new Found(
        Optional.of(Manifest.hash(bytes)),
        Optional.of(FolderId.ofFile(bytes)),
        new SiteFile.Missing());
  }
}
