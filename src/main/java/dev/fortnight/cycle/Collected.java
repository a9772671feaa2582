package dev.fortnight.cycle;

import dev.fortnight.check.RemovedTopics;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a run has gathered, before any check.
 *
 * @param problems what kept files and topics from being read
 */
public record Collected(
    Programme programme,
    List<Note> notes,
    List<Topic> topics,
    List<RemovedTopic> removed,
    MediaSource media,
    PersonalDataPolicy personalData,
    List<Problem> problems) {

  /** Gathers what belongs to notes that were fetched. */
  static Collected of(
      Places places,
      NoteSource.Collected source,
      Register register,
      Database database,
      CollectorMemory memory) {
    return new Collector(places.programme())
        .remembering(memory)
        .notesFrom(source.folder())
        .store(database)
        .register(register)
        .collect()
        .with(source.problems());
  }

  /** The same with more problems, those that it has already left out. */
  Collected with(List<Problem> more) {
    List<Problem> all = Stream.concat(problems.stream(), more.stream()).distinct().toList();
    return new Collected(programme, notes, topics, removed, media, personalData, all);
  }

  public Snapshot snapshot(Instant now) {
    return Snapshot.of(programme, notes, topics, media, personalData, now)
        .removed(RemovedTopics.of(removed))
        .without(unreadable());
  }

  /** Paths of what exists but cannot be read, relative to {@code research/}. */
  Set<String> unreadable() {
    return problems.stream()
        .map(problem -> problem.location().file())
        .filter(file -> file.startsWith("research/"))
        .map(file -> file.substring("research/".length()))
        .collect(Collectors.toSet());
  }
}
