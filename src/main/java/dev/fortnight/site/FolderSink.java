package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a tree into a folder. Each file appears whole; what is already there with the same bytes
 * keeps its time stamp; what the tree no longer has is removed, if an earlier run wrote it.
 */
public final class FolderSink implements SiteSink {

  /** Says that the folder is ours, so that a wrong {@code --out} never empties somebody's home. */
  private static final String MARK = ".fortnight-site";

  private final Path folder;
  private final Set<Path> written = ConcurrentHashMap.newKeySet();

  private FolderSink(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder made when absent
   * @throws ProblemException if it holds something else, or cannot be written
   */
  public static FolderSink open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path mark = folder.resolve(MARK);
      if (!Files.exists(mark)) {
        try (var entries = Files.list(folder)) {
          if (entries.findAny().isPresent()) {
            throw new ProblemException(
                folder + " holds files that Fortnight did not put there",
                "Name an empty or a new folder.");
          }
        }
        Files.writeString(mark, "Written by Fortnight; what is in this folder is replaced.\n");
      }
      return new FolderSink(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static ProblemException unwritable(Path path, IOException cause) {
    return new ProblemException(
        path + " cannot be written", "Check its permissions and the space left.", cause);
  }

  @Override
  public void file(String path, byte[] bytes) {
    Path target = folder.resolve(path).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new IllegalArgumentException(path + " leaves the folder");
    }
    written.add(target);
    try {
      if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
        return;
      }
      Files.createDirectories(target.getParent());
      Path partial = target.resolveSibling("." + target.getFileName() + ".part");
      Files.write(partial, bytes);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Removes what earlier runs left and this one did not write. */
  public void finish() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              boolean isMark = file.equals(folder.resolve(MARK));
              if (!isMark && !written.contains(file.normalize())) {
                Files.delete(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e)
                throws IOException {
              boolean isEmpty;
              try (var entries = Files.list(visited)) {
                isEmpty = entries.findAny().isEmpty();
              }
              if (isEmpty && !visited.equals(folder)) {
                Files.delete(visited);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}
