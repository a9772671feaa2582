package dev.fortnight.note;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps others out of a folder while it changes: threads of this process, and other processes by a
 * lock file beside it, which the operating system releases even when a process is killed.
 */
final class FolderLock implements AutoCloseable {

  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final FileChannel process;

  private FolderLock(ReentrantLock thread, FileChannel process) {
    this.thread = thread;
    this.process = process;
  }

  /** Waits until the folder is free. */
  static FolderLock on(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    ReentrantLock thread = THREADS.computeIfAbsent(folder, absent -> new ReentrantLock());
    thread.lock();
    FileChannel process = null;
    try {
      process =
          FileChannel.open(
              folder.resolveSibling(folder.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      process.lock();
      return new FolderLock(thread, process);
    } catch (IOException e) {
      thread.unlock();
      if (process != null) {
        process.close();
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    thread.unlock();
    process.close();
  }
}
