package dev.fortnight.site.state;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What files look like without reading them: two equal stamps of one path mean the same content.
 *
 * @param byPath a stamp for each file by absolute path; what is not there has none
 * @param isSettled false if a file was written so shortly before that it could be written again
 *     without getting another stamp
 */
public record FileStamps(NavigableMap<String, String> byPath, boolean isSettled) {

  private static final boolean HAS_INODES =
      Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

  private static final String CHANGED = "unix:ctime";

  /**
   * File systems count time in steps: those with inodes in some milliseconds, the coarsest others
   * in two seconds.
   */
  private static final Duration STEP = HAS_INODES ? Duration.ofMillis(100) : Duration.ofSeconds(2);

  /**
   * Stamps files and whole folders. Symbolic links are stamped themselves, not followed.
   *
   * @param now the machine's time, whatever time the build goes by
   */
  public static FileStamps of(Collection<Path> places, Instant now) {
    Visitor visitor = new Visitor(now.minus(STEP));
    for (Path place : places) {
      try {
        Files.walkFileTree(place.toAbsolutePath().normalize(), visitor);
      } catch (IOException e) {
        throw new ProblemException(place + " cannot be read", "Check its permissions.", e);
      }
    }
    return new FileStamps(visitor.stamps, visitor.isSettled);
  }

  /** The stamp of one file; empty where there is none. */
  static String of(Path file) {
    try {
      return Stamp.of(file).text();
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * @param latest when it was written last, whatever time its writer gave it
   */
  private record Stamp(String text, Instant latest) {

    static Stamp of(Path file) throws IOException {
      return of(file, Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS));
    }

    /**
     * The time of change and the file's key, its inode, tell what the other times, which anybody
     * can set, do not. To ask for all at once by name takes twice as long.
     */
    static Stamp of(Path file, BasicFileAttributes known) throws IOException {
      FileTime modified = known.lastModifiedTime();
      FileTime latest =
          HAS_INODES ? (FileTime) Files.getAttribute(file, CHANGED, NOFOLLOW_LINKS) : modified;
      String text =
          known.size()
              + " "
              + modified.to(TimeUnit.NANOSECONDS)
              + " "
              + latest.to(TimeUnit.NANOSECONDS)
              + " "
              + Objects.hashCode(known.fileKey());
      return new Stamp(text, latest.toInstant());
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final NavigableMap<String, String> stamps = new TreeMap<>();
    private final Instant settled;
    private boolean isSettled = true;

    Visitor(Instant settled) {
      this.settled = settled;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Stamp stamp = Stamp.of(file, attributes);
      stamps.put(file.toString(), stamp.text());
      isSettled &= stamp.latest().isBefore(settled);
      return FileVisitResult.CONTINUE;
    }

    /** What vanished or cannot be read has no stamp, so that no two builds agree on it. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      isSettled &= e instanceof NoSuchFileException;
      return FileVisitResult.CONTINUE;
    }
  }
}
