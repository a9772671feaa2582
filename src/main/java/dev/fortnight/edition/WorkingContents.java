package dev.fortnight.edition;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.Publication;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the working site holds, a pure function like {@link EditionContents}: what the programme
 * shows before review at its newest content, the rest at its last approved content, and nothing
 * that is held.
 */
final class WorkingContents {

  private WorkingContents() {}

  /**
   * @param held keys of items whose newest content is held
   */
  static CheckedResearch compose(Approved approved, Newest newest, Set<String> held) {
    Snapshot all = newest.snapshot();
    Set<String> shownBeforeReview = newest.programme().publication().shownBeforeReview();
    Map<String, Publication> limits = new HashMap<>();
    List<Note> notes = new ArrayList<>();
    for (Note note : all.notes()) {
      Optional<Note> shown = Optional.empty();
      if (!held.contains(note.path())) {
        shown =
            shownBeforeReview.contains(note.kind().folder())
                ? Optional.of(note)
                : approved.note(note.path());
      }
      notes.add(shown.orElse(note));
      limits.put(
          note.path(), shown.isPresent() ? Publication.agreed(note, all) : Publication.NOTHING);
    }
    Set<String> evidence = new HashSet<>();
    newest.evidence().forEach(mark -> evidence.add(mark.reference()));
    Set<String> gone = new HashSet<>(approved.items().keySet());
    gone.removeAll(limits.keySet());
    gone.addAll(newest.unreadable());
    boolean showsTopics = shownBeforeReview.contains("topics");
    Snapshot snapshot =
        new Snapshot(
            all.programme(),
            notes,
            all.topics().stream()
                .filter(topic -> showsTopics && !held.contains("topics/" + topic.slug()))
                .toList(),
            media(approved, all, shownBeforeReview, held),
            all.personalData(),
            all.now(),
            new Snapshot.Scope(
                note -> limits.get(note.path()),
                note -> limits.get(note.path()) != Publication.NOTHING,
                Snapshot.Answers.NONE),
            Snapshot.inFiles(gone).or(evidence::contains));
    return Answered.check(snapshot, approved).research();
  }

  private static MediaSource media(
      Approved approved, Snapshot all, Set<String> shownBeforeReview, Set<String> held) {
    Set<String> there = new HashSet<>(all.media().data());
    return shownBeforeReview.contains("data")
        ? all.media().withData(path -> !held.contains(path))
        : DataItems.approved(
            approved, all.media(), path -> there.contains(path) && !held.contains(path));
  }

  /** Hashes of the contents that a working site shows, by key. */
  static Map<String, String> hashes(CheckedResearch research, Approved approved, Newest newest) {
    Map<String, Item> items = newest.items();
    Map<String, String> hashes = new HashMap<>();
    for (CheckedNote note : research.notes()) {
      String key = note.content().path();
      boolean isApproved = approved.isApproved(note.content());
      Item item = isApproved ? approved.items().get(key) : items.get(key);
      hashes.put(key, item.hash());
    }
    for (CheckedTopic topic : research.topics()) {
      hashes.put(
          "topics/" + topic.content().slug(),
          Item.of(new ItemContent.OfTopic(topic.content())).hash());
    }
    for (CheckedData data : research.data()) {
      hashes.put(data.content().path(), Item.of(DataItems.of(data.content())).hash());
    }
    return hashes;
  }
}
