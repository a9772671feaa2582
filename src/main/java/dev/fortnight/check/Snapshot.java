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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that the checks look at, at one moment.
 *
 * @param topics none of those that are removed
 * @param now what consent expiry and {@code publish_after} are measured against
 * @param scope what the tree at hand may show
 * @param isElsewhere references to evidence that no note here has, but that exists or may exist: in
 *     another content of its note, or in a file that cannot be read
 */
public record Snapshot(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    RemovedTopics removed,
    MediaSource media,
    PersonalDataPolicy personalData,
    Instant now,
    Scope scope,
    Predicate<String> isElsewhere) {

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
   * @param isTopicShown the same for topics
   * @param answers what a reviewer has approved, so that doubts about it are settled
   */
  public record Scope(
      Limits limits, Predicate<Note> isShown, Predicate<Topic> isTopicShown, Answers answers) {

    public Scope(Limits limits, Predicate<Note> isShown, Answers answers) {
      this(limits, isShown, topic -> true, answers);
    }

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
    return new Snapshot(
        programme,
        notes,
        topics,
        RemovedTopics.NONE,
        media,
        personalData,
        now,
        Scope.UNREVIEWED,
        reference -> false);
  }

  public Snapshot showing(Predicate<Note> shown) {
    return in(new Scope(scope.limits(), shown, scope.isTopicShown(), scope.answers()));
  }

  /** With the doubts settled that a reviewer has answered. */
  public Snapshot answered(Answers answers) {
    return in(new Scope(scope.limits(), scope.isShown(), scope.isTopicShown(), answers));
  }

  /**
   * With less shown than before.
   *
   * @param items paths of notes and data files, and {@code topics/<slug>} of topics
   */
  Snapshot leavingOut(Set<String> items) {
    return in(new Scope(
            scope.limits(),
            scope.isShown().and(note -> !items.contains(note.path())),
            scope.isTopicShown().and(topic -> !items.contains("topics/" + topic.slug())),
            scope.answers()))
        .with(media.withData(path -> !items.contains(path)))
        .removed(
            RemovedTopics.of(
                    removed.bySlug().values().stream()
                        .filter(topic -> !items.contains("topics/" + topic.slug()))
                        .toList())
                .seen(removed.wasPublic()));
  }

  /** The same where some topics are gone, which beats whatever else is said of them. */
  public Snapshot removed(RemovedTopics gone) {
    List<Topic> rest = topics.stream().filter(topic -> !gone.has(topic.slug())).toList();
    return new Snapshot(programme, notes, rest, gone, media, personalData, now, scope, isElsewhere);
  }

  /** The same with other files. */
  public Snapshot with(MediaSource other) {
    return new Snapshot(
        programme, notes, topics, removed, other, personalData, now, scope, isElsewhere);
  }

  private Snapshot in(Scope other) {
    return new Snapshot(
        programme, notes, topics, removed, media, personalData, now, other, isElsewhere);
  }

  /** Looks for personal data as this programme has to. */
  public PersonalDataSearch search() {
    return personalData.search(programme);
  }

  /**
   * The same where some files could not be read, so that nobody knows what evidence they hold.
   *
   * @param unreadable their paths, relative to {@code research/}
   */
  public Snapshot without(Set<String> unreadable) {
    return new Snapshot(
        programme, notes, topics, removed, media, personalData, now, scope, inFiles(unreadable));
  }

  /** Tells references to what stands, or may stand, in one of these files. */
  public static Predicate<String> inFiles(Set<String> paths) {
    return new InFiles(
        paths.stream()
            .map(path -> path.replaceFirst("\\.(?:md|markdown)$", "#"))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** A record, so that two of the same files are equal. */
  private record InFiles(Set<String> names) implements Predicate<String> {

    @Override
    public boolean test(String reference) {
      return names.contains(reference.substring(0, reference.indexOf('#') + 1));
    }
  }

  /** Today in the programme's zone. */
  public LocalDate today() {
    return now.atZone(programme.cycle().zone()).toLocalDate();
  }
}
