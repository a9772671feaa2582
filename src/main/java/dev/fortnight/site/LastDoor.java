package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Progress;
import dev.fortnight.privacy.PageDifference;
import dev.fortnight.privacy.PersonalData;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches each page once more as it will be read, and keeps all of them until none points to a
 * person. The checks have found all there is before; what gets this far is a mistake of theirs, of
 * the theme or of what stands beside each other on a page.
 */
final class LastDoor implements SiteSink, AutoCloseable {

  private final CheckedResearch research;
  private final HeldFiles files;
  private final Function<String, Optional<byte[]>> letThrough;
  private final NavigableMap<String, PersonalData> leaks = new ConcurrentSkipListMap<>();

  /**
   * @param files where they are kept
   * @param letThrough by path what was let through by the same rules before
   */
  LastDoor(
      CheckedResearch research, HeldFiles files, Function<String, Optional<byte[]>> letThrough) {
    this.letThrough = letThrough;
    this.research = research;
    this.files = files;
  }

  /**
   * @param bytes text in UTF-8
   */
  @Override
  public void file(String path, byte[] bytes) {
    files.put(path, bytes);
    Stream<String> parts = path.endsWith(".html") ? page(path, bytes) : parts(path, text(bytes));
    parts
        .flatMap(part -> research.leaks(part).stream())
        .findFirst()
        .ifPresent(find -> leaks.put(path, find.kind()));
  }

  /** A page is one, however long: what stands in a tag is told from text only in the whole. */
  private Stream<String> page(String path, byte[] bytes) {
    return Stream.of(
        letThrough
            .apply(path)
            .flatMap(earlier -> PageDifference.between(bytes, earlier))
            .orElseGet(() -> text(bytes)));
  }

  private Stream<String> parts(String path, String text) {
    return letThrough
        .apply(path)
        .map(earlier -> TextParts.differing(text, text(earlier)))
        .orElseGet(() -> TextParts.of(text))
        .parallelStream()
        .map(part -> part.of(text));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isClosed() {
    return !leaks.isEmpty();
  }

  /**
   * What the pages of some items would show, by item; items whose pages show nothing are not in it.
   *
   * @param itemsByFile whose page a file is
   */
  Map<String, PersonalData> leaks(Map<String, String> itemsByFile) {
    Set<String> pages =
        leaks.keySet().stream().filter(itemsByFile::containsKey).collect(Collectors.toSet());
    Map<String, PersonalData> found = new TreeMap<>();
    pages.forEach(page -> found.put(itemsByFile.get(page), leaks.get(page)));
    return found;
  }

  /**
   * Lets all through.
   *
   * @param progress told of each file
   * @throws ProblemException if there is a page that may not be written
   */
  void open(SiteSink sink, Progress progress) {
    if (isClosed()) {
      throw new ProblemException(
          "the page "
              + leaks.firstKey()
              + " would show "
              + leaks.firstEntry().getValue().noun()
              + ", so nothing is published",
          "Look at the theme and at what the page lists, and report this: a check should have found"
              + " it earlier.");
    }
    Set<String> paths = files.paths();
    sink.expect(paths);
    AtomicInteger done = new AtomicInteger();
    paths.parallelStream()
        .forEach(
            path -> {
              sink.file(path, files.get(path));
              progress.at(done.incrementAndGet(), paths.size());
            });
  }

  /** What was not let through by now is forgotten. */
  @Override
  public void close() {
    files.close();
  }
}
