package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Writes a tree into a folder. Each file appears whole; what is already there with the same bytes
 * keeps its time stamp; what the tree no longer has is removed, if an earlier run wrote it. Nothing
 * else in the folder is touched, and no symbolic link in it is followed.
 */
public final class FolderSink implements SiteSink {

  /** Lists what Fortnight wrote, so that a wrong {@code --out} never empties somebody's home. */
  private static final String MARK = ".fortnight-site";

  private final Path folder;
  private final Path mark;
  private final Set<String> earlier;
  private final Set<String> written = new ConcurrentSkipListSet<>();
  private final Set<Path> plainFolders = ConcurrentHashMap.newKeySet();

  private FolderSink(Path folder, Path mark, Set<String> earlier) {
    this.folder = folder;
    this.mark = mark;
    this.earlier = ConcurrentHashMap.newKeySet();
    this.earlier.addAll(earlier);
  }

  /**
   * @param folder made when absent
   * @throws ProblemException if it holds something else, or cannot be written
   */
  public static FolderSink open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      Path mark = real.resolve(MARK);
      if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)) {
        refuseForeign(folder, real);
        Files.createFile(mark);
      }
      return new FolderSink(real, mark, new TreeSet<>(Files.readAllLines(mark)));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * The same for a programme's site.
   *
   * @throws ProblemException also if the folder is the programme's, or holds it
   */
  public static FolderSink open(Path folder, Path programmeFolder) {
    try {
      Path programme = programmeFolder.toRealPath();
      boolean isOver = Files.exists(folder) && programme.startsWith(folder.toRealPath());
      if (isOver || folder.toAbsolutePath().normalize().startsWith(programme.resolve("research"))) {
        throw new ProblemException(
            folder + " holds the programme, or is part of its research",
            "Name a folder for the site alone.");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return open(folder);
  }

  private static void refuseForeign(Path folder, Path real) throws IOException {
    try (var entries = Files.list(real)) {
      if (entries.findAny().isPresent()) {
        throw new ProblemException(
            folder + " holds files that Fortnight did not put there",
            "Name an empty or a new folder.");
      }
    }
  }

  private static ProblemException unwritable(Path path, IOException cause) {
    return new ProblemException(
        path + " cannot be written", "Check its permissions and the space left.", cause);
  }

  @Override
  public void expect(Collection<String> paths) {
    paths.forEach(this::inside);
    try {
      remember(paths);
    } catch (IOException e) {
      throw unwritable(mark, e);
    }
  }

  @Override
  public void file(String path, byte[] bytes) {
    Path target = inside(path);
    written.add(path);
    try {
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
          && Files.size(target) == bytes.length
          && Arrays.equals(Files.readAllBytes(target), bytes)) {
        remember(List.of(path));
        return;
      }
      makeFolder(target.getParent());
      remember(List.of(path));
      Path partial = target.resolveSibling("." + target.getFileName() + ".part");
      Files.deleteIfExists(partial);
      Files.write(partial, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Leaves a file as it is, as one that the tree has. */
  public void kept(String path) {
    inside(path);
    written.add(path);
  }

  /** Where files go, without symbolic links. */
  public Path folder() {
    return folder;
  }

  /** What the tree has so far, relative to the folder. */
  public Set<String> files() {
    return Collections.unmodifiableSet(written);
  }

  private Path inside(String path) {
    Path target = folder.resolve(path).normalize();
    if (!target.startsWith(folder) || target.equals(folder) || target.equals(mark)) {
      throw new IllegalArgumentException(path + " leaves the folder");
    }
    return target;
  }

  /** Before a file is written, so that the next run knows of it even if this one is killed. */
  private void remember(Collection<String> paths) throws IOException {
    List<String> unknown = paths.stream().filter(earlier::add).toList();
    if (!unknown.isEmpty()) {
      synchronized (mark) {
        Files.write(mark, unknown, StandardOpenOption.APPEND);
      }
    }
  }

  private void makeFolder(Path path) throws IOException {
    if (path.equals(folder) || plainFolders.contains(path)) {
      return;
    }
    makeFolder(path.getParent());
    if (Files.isSymbolicLink(path)) {
      throw new ProblemException(
          path + " is a symbolic link, which Fortnight does not follow", "Remove it.");
    }
    Files.createDirectories(path);
    plainFolders.add(path);
  }

  /** Removes what earlier runs left and this one did not write. */
  public void finish() {
    try {
      for (String path : earlier) {
        if (!written.contains(path)) {
          remove(inside(path));
        }
      }
      Path partial = folder.resolve(MARK + ".part");
      Files.deleteIfExists(partial);
      Files.write(partial, List.copyOf(written), StandardOpenOption.CREATE_NEW);
      Files.move(
          partial, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void remove(Path file) throws IOException {
    for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        return;
      }
    }
    Files.deleteIfExists(file);
    for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
      if (!Files.isDirectory(above) || !isEmpty(above)) {
        return;
      }
      Files.delete(above);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }
}
