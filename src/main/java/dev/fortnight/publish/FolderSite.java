package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A published site in a folder. No link is followed, so nothing outside is touched. */
final class FolderSite implements ReadableSite {

  private static final int MOST = 1_000_000;

  private final Path folder;
  private final NavigableMap<String, Boolean> isPlain = new TreeMap<>();

  FolderSite(Path folder) {
    this.folder = folder;
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .limit(MOST)
          .forEach(path -> isPlain.put(name(path), isPlain(path)));
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static boolean isPlain(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public SiteFile file(String path, int limit) {
    if (!isPlain.containsKey(path)) {
      return new SiteFile.Missing();
    }
    if (!isPlain.get(path)) {
      return new SiteFile.NotPlain();
    }
    try (InputStream in = Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(limit + 1);
      return bytes.length > limit ? new SiteFile.TooLarge() : new SiteFile.Content(bytes);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ProblemException unreadable(Exception cause) {
    return new ProblemException(
        "the folder " + folder + " cannot be read", "Check its permissions.", cause);
  }

  @Override
  public Optional<SortedSet<String>> paths() {
    return Optional.of(Collections.unmodifiableSortedSet(isPlain.navigableKeySet()));
  }

  @Override
  public int connections() {
    return 1;
  }
}
