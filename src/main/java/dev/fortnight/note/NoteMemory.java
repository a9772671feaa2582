package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps the notes that were read, so that a process that reads a folder again reads only what
 * changed. A note is the same one while its bytes and what the configuration says of it are.
 */
public final class NoteMemory {

  private record Kept(String hash, NoteDefaults defaults, NoteReader.Result result) {}

  /**
   * What a folder holds.
   *
   * @param paths of its notes, in their order
   * @param problems with files that are none
   */
  record Listing(List<String> paths, List<Problem> problems) {}

  private final boolean isKeeping;
  private Optional<Listing> listing = Optional.empty();
  private Map<String, Kept> earlier = new ConcurrentHashMap<>();
  private Map<String, Kept> current = new ConcurrentHashMap<>();
  private Optional<Set<String>> touched = Optional.empty();

  public NoteMemory() {
    this(true);
  }

  private NoteMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a reading that none follows: what notes are known by would be made for nothing. */
  public static NoteMemory none() {
    return new NoteMemory(false);
  }

  /**
   * Tells the next reading which files to look at; it trusts that all others are as they were.
   *
   * @param paths relative to {@code research/}; empty for all
   */
  public void expect(Optional<Set<String>> paths) {
    touched = paths.map(Set::copyOf);
  }

  /**
   * What the folder holds, if nothing but notes was touched that were there before and still are.
   *
   * @param isThere whether a path is a plain file
   */
  Optional<Listing> listing(Predicate<String> isThere) {
    boolean isSame =
        touched
            .filter(paths -> paths.stream().allMatch(earlier::containsKey))
            .filter(paths -> paths.stream().allMatch(isThere))
            .isPresent();
    return isSame ? listing : Optional.empty();
  }

  void keep(Listing now) {
    listing = Optional.of(now);
  }

  /** What was read of a file that nobody touched since. */
  Optional<NoteReader.Result> untouched(String path, NoteDefaults defaults) {
    Kept kept = earlier.get(path);
    boolean isSame =
        kept != null
            && touched.filter(paths -> !paths.contains(path)).isPresent()
            && kept.defaults().equals(defaults);
    return isSame ? Optional.of(keep(path, kept)) : Optional.empty();
  }

  /** What these bytes are, from an earlier reading or from this one. */
  NoteReader.Result of(
      String path, byte[] bytes, NoteDefaults defaults, Supplier<NoteReader.Result> reading) {
    if (!isKeeping) {
      return reading.get();
    }
    String hash = Sha256.of(bytes);
    Kept kept = earlier.get(path);
    boolean isSame = kept != null && kept.hash().equals(hash) && kept.defaults().equals(defaults);
    return keep(path, isSame ? kept : new Kept(hash, defaults, reading.get()));
  }

  private NoteReader.Result keep(String path, Kept kept) {
    current.put(path, kept);
    return kept.result();
  }

  /** Forgets what is no longer there. */
  void settle() {
    earlier = current;
    current = new ConcurrentHashMap<>();
    touched = Optional.empty();
  }
}
