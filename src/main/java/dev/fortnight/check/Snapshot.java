package dev.fortnight.check;

import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.programme.Programme;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything that the checks look at, at one moment.
 *
 * @param now what consent expiry and {@code publish_after} are measured against
 * @param limits what the newest source still allows of a note, which beats an older content of it
 * @param isShown which notes the tree at hand may show at all; the others still exist for
 *     references, but nothing of them is published
 */
public record Snapshot(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    MediaSource media,
    Register register,
    Instant now,
    Limits limits,
    Predicate<Note> isShown) {

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
        programme, notes, topics, media, register, now, note -> Publication.PAGE, note -> true);
  }

  public Snapshot showing(Predicate<Note> shown) {
    return new Snapshot(programme, notes, topics, media, register, now, limits, shown);
  }

  /** Today in the programme's zone. */
  public LocalDate today() {
    return now.atZone(programme.cycle().zone()).toLocalDate();
  }
}
