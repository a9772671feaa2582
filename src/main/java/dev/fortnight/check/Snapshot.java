package dev.fortnight.check;

import dev.fortnight.note.Consent;
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
 * @param consentNow the newest consent of a note, which beats what an older content of it says
 * @param isShown which notes the tree at hand may show at all; the others still exist for
 *     references, but nothing of them is published
 */
public record Snapshot(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    MediaSource media,
    Instant now,
    ConsentNow consentNow,
    Predicate<Note> isShown) {

  /** Tells the newest consent of a note. */
  public interface ConsentNow {

    /**
     * @param inContent what the content at hand says
     */
    Consent narrowed(Note note, Consent inContent);
  }

  /** The newest notes as they stand, all of them shown. */
  public static Snapshot of(
      Programme programme, List<Note> notes, List<Topic> topics, MediaSource media, Instant now) {
    return new Snapshot(
        programme, notes, topics, media, now, (note, consent) -> consent, note -> true);
  }

  public Snapshot showing(Predicate<Note> shown) {
    return new Snapshot(programme, notes, topics, media, now, consentNow, shown);
  }

  /** Today in the programme's zone. */
  public LocalDate today() {
    return now.atZone(programme.cycle().zone()).toLocalDate();
  }
}
