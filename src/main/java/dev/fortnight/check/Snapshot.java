package dev.fortnight.check;

import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.programme.Programme;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that the checks look at, at one moment.
 *
 * @param now what consent expiry and {@code publish_after} are measured against
 * @param limits what the newest source still allows of a note, which beats an older content of it
 * @param isShown which notes the tree at hand may show at all; the others still exist for
 *     references, but nothing of them is published
 * @param isElsewhere references to evidence that no note here has, but that exists or may exist: in
 *     another content of its note, or in a file that cannot be read
 */
public record Snapshot(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    MediaSource media,
    Register register,
    Instant now,
    Limits limits,
    Predicate<Note> isShown,
    Predicate<String> isElsewhere) {

  /** Tells how much of a note may be shown at most. */
  public interface Limits {

    Publication of(Note note);
  }

  /** The newest notes as they stand, all of them shown. */
  public static Snapshot of(
      Programme programme,
      List<Note> notes,
      List<Topic> topics,
      MediaSource media,
      Register register,
      Instant now) {
    return new Snapshot(
        programme,
        notes,
        topics,
        media,
        register,
        now,
        note -> Publication.PAGE,
        note -> true,
        reference -> false);
  }

  public Snapshot showing(Predicate<Note> shown) {
    return new Snapshot(programme, notes, topics, media, register, now, limits, shown, isElsewhere);
  }

  /**
   * The same where some files could not be read, so that nobody knows what evidence they hold.
   *
   * @param unreadable their paths, relative to {@code research/}
   */
  public Snapshot without(Set<String> unreadable) {
    return new Snapshot(
        programme, notes, topics, media, register, now, limits, isShown, inFiles(unreadable));
  }

  /** Tells references to what stands, or may stand, in one of these files. */
  public static Predicate<String> inFiles(Set<String> paths) {
    Set<String> names =
        paths.stream()
            .map(path -> path.replaceFirst("\\.(?:md|markdown)$", "#"))
            .collect(Collectors.toUnmodifiableSet());
    return reference -> names.contains(reference.substring(0, reference.indexOf('#') + 1));
  }

  /** Today in the programme's zone. */
  public LocalDate today() {
    return now.atZone(programme.cycle().zone()).toLocalDate();
  }
}
