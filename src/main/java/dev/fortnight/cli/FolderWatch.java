package dev.fortnight.cli;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Waits for changes of files and folders, and brings together those that come at once. What editors
 * write beside a file while they save it is none.
 */
final class FolderWatch implements AutoCloseable {

  /** Vim's swap files and its 4913, backups, Emacs' locks, JetBrains' and others' partial files. */
  private static final Pattern PASSING =
      Pattern.compile("\\..*|4913|.*~|#.*#|.*\\.(?:sw[a-p]|tmp|part|bak)|.*___jb_(?:tmp|old)___");

  /** Editors write a file in one or two steps; what follows within this belongs to it. */
  private static final Duration QUIET = Duration.ofMillis(10);

  /** However long somebody goes on saving, what it has come to is shown after this. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** More files than this are no editor's: Git checks out, or somebody copies. */
  private static final int FEW = 5;

  private static final Duration QUIET_AFTER_A_BURST = Duration.ofMillis(200);
  private static final Duration LONGEST_BURST = Duration.ofSeconds(10);

  private final WatchService service;
  private final List<Path> places;
  private final List<WatchKey> keys = new ArrayList<>();

  private FolderWatch(WatchService service, List<Path> places) {
    this.service = service;
    this.places = places;
  }

  /**
   * What changed.
   *
   * @param files whose content changed, or that are new or gone
   * @param isAll whether anything else may have changed too: folders came or went, or more happened
   *     at once than the system tells
   */
  record Changes(Set<Path> files, boolean isAll) {}

  /**
   * @param places files and folders, whether they are there or not
   */
  static FolderWatch of(Collection<Path> places) {
    try {
      FolderWatch watch =
          new FolderWatch(
              FileSystems.getDefault().newWatchService(),
              places.stream().map(place -> place.toAbsolutePath().normalize()).toList());
      watch.register();
      return watch;
    } catch (IOException e) {
      throw unwatchable(e);
    }
  }

  private static ProblemException unwatchable(IOException cause) {
    return new ProblemException(
        "the programme's folder cannot be watched",
        "Close other programs that watch many folders; on Linux, raise"
            + " fs.inotify.max_user_watches.",
        cause);
  }

  /** Anew, because the watch of a folder that was moved would go on under its old name. */
  private void register() throws IOException {
    keys.forEach(WatchKey::cancel);
    keys.clear();
    for (Path place : places) {
      Path above = place.getParent();
      if (Files.isDirectory(above)) {
        watch(above);
      }
      if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        registerBelow(place);
      }
    }
  }

  private void registerBelow(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes)
              throws IOException {
            if (isPassing(inner)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            watch(inner);
            return FileVisitResult.CONTINUE;
          }

          /** What went away meanwhile is told by the folder above. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void watch(Path folder) throws IOException {
    try {
      keys.add(
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE));
    } catch (NoSuchFileException | NotDirectoryException e) {
      // it went away meanwhile, which the folder above tells
      return;
    }
  }

  private static boolean isPassing(Path file) {
    return PASSING.matcher(file.getFileName().toString()).matches();
  }

  /**
   * Waits for the next change and those that come with it.
   *
   * @throws java.nio.file.ClosedWatchServiceException once this is closed
   */
  Changes next() throws InterruptedException {
    Batch batch = new Batch();
    while (batch.isEmpty()) {
      batch.add(service.take());
    }
    return gathered(batch);
  }

  /**
   * What has changed by now; empty where nothing has.
   *
   * @throws java.nio.file.ClosedWatchServiceException once this is closed
   */
  Optional<Changes> poll() throws InterruptedException {
    Batch batch = new Batch();
    for (WatchKey key = service.poll(); key != null; key = service.poll()) {
      batch.add(key);
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(gathered(batch));
  }

  private Changes gathered(Batch batch) throws InterruptedException {
    long start = System.nanoTime();
    Optional<WatchKey> more = more(batch, start);
    while (more.isPresent()) {
      batch.add(more.get());
      more = more(batch, start);
    }
    if (batch.isAll) {
      try {
        register();
      } catch (IOException e) {
        throw unwatchable(e);
      }
    }
    return new Changes(Set.copyOf(batch.files), batch.isAll);
  }

  /** What follows soon enough to belong to what came before; in a burst that is later. */
  private Optional<WatchKey> more(Batch batch, long start) throws InterruptedException {
    boolean isBurst = batch.files.size() > FEW || batch.isAll;
    Duration quiet = isBurst ? QUIET_AFTER_A_BURST : QUIET;
    Duration longest = isBurst ? LONGEST_BURST : LONGEST;
    long rest = Math.min(quiet.toNanos(), start + longest.toNanos() - System.nanoTime());
    return rest <= 0
        ? Optional.empty()
        : Optional.ofNullable(service.poll(rest, TimeUnit.NANOSECONDS));
  }

  private final class Batch {

    private final Set<Path> files = new TreeSet<>();
    private boolean isAll;

    boolean isEmpty() {
      return files.isEmpty() && !isAll;
    }

    void add(WatchKey key) {
      Path folder = (Path) key.watchable();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
          isAll = true;
        } else {
          add(folder.resolve((Path) event.context()), event.kind());
        }
      }
      // a folder that is gone needs no watch; the one above has told of it
      key.reset();
    }

    private void add(Path file, WatchEvent.Kind<?> kind) {
      if (isPassing(file) || places.stream().noneMatch(file::startsWith)) {
        return;
      }
      boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
      boolean isBare = !file.getFileName().toString().contains(".");
      if (isFolder && kind == StandardWatchEventKinds.ENTRY_MODIFY) {
        return;
      }
      if (isFolder || isBare) {
        isAll = true;
      } else {
        files.add(file);
      }
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw unwatchable(e);
    }
  }
}
