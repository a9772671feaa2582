package dev.fortnight.check;

import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.PersonalDataSearch;
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
 * @param scope what the tree at hand may show
 */
public record Snapshot(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    MediaSource media,
    PersonalDataPolicy personalData,
    Instant now,
    Scope scope) {

  /** Tells how much of a note may be shown at most. */
  public interface Limits {

    Publication of(Note note);
  }

  /** Tells whether a reviewer has approved something at the very content that it has here. */
  public interface Answers {

    Answers NONE = of(note -> false, topic -> false);
    Answers ALL = of(note -> true, topic -> true);

    boolean cover(Note note);

    boolean cover(Topic topic);

    static Answers of(Predicate<Note> notes, Predicate<Topic> topics) {
      return new Answers() {
        @Override
        public boolean cover(Note note) {
          return notes.test(note);
        }

        @Override
        public boolean cover(Topic topic) {
          return topics.test(topic);
        }
      };
    }
  }

  /**
   * What a tree may show.
   *
   * @param limits what the newest source still allows of a note, which beats an older content of it
   * @param isShown which notes it may show at all; the others still exist for references, but
   *     nothing of them is published
   * @param answers what a reviewer has approved, so that doubts about it are settled
   */
  public record Scope(Limits limits, Predicate<Note> isShown, Answers answers) {

    /** Everything that the checks let through without asking. */
    public static final Scope UNREVIEWED =
        new Scope(note -> Publication.PAGE, note -> true, Answers.NONE);
  }

  /** The newest notes as they stand, all of them shown. */
  public static Snapshot of(
      Programme programme,
      List<Note> notes,
      List<Topic> topics,
      MediaSource media,
      PersonalDataPolicy personalData,
      Instant now) {
    return new Snapshot(programme, notes, topics, media, personalData, now, Scope.UNREVIEWED);
  }

  public Snapshot showing(Predicate<Note> shown) {
    return in(new Scope(scope.limits(), shown, scope.answers()));
  }

  /** With the doubts settled that a reviewer has answered. */
  public Snapshot answered(Answers answers) {
    return in(new Scope(scope.limits(), scope.isShown(), answers));
  }

  private Snapshot in(Scope other) {
    return new Snapshot(programme, notes, topics, media, personalData, now, other);
  }

  /** Looks for personal data as this programme has to. */
  public PersonalDataSearch search() {
    return personalData.search(programme);
  }

  /** Today in the programme's zone. */
  public LocalDate today() {
    return now.atZone(programme.cycle().zone()).toLocalDate();
  }
}
