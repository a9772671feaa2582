package dev.fortnight.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one publisher at a time use a place: among the threads of this process, and among processes
 * by a file beside it, whose lock the operating system releases even when a process is killed.
 */
final class CacheLock {

  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  /** What is done while nobody else uses the place. */
  interface Work<T> {

    T run() throws IOException;
  }

  private CacheLock() {}

  /** Waits until the place is free. */
  static <T> T holding(Path place, Work<T> work) throws IOException {
    Files.createDirectories(place.getParent());
    Path file = place.resolveSibling("." + place.getFileName() + ".lock");
    ReentrantLock thread = THREADS.computeIfAbsent(place, absent -> new ReentrantLock());
    thread.lock();
    try (FileChannel process =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      process.lock();
      return work.run();
    } finally {
      thread.unlock();
    }
  }
}
