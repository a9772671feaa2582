package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
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
   * @param memory of the working sites before
   */
  static CheckedResearch compose(
      Approved approved, Newest newest, Set<String> held, CheckMemory memory) {
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
                : approved.note(note);
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
            all.removed().seen(topic -> approved.items().containsKey("topics/" + topic.slug())),
            media(approved, newest, notes, held),
            all.personalData(),
            all.now(),
            new Snapshot.Scope(
                note -> limits.get(note.path()),
                note -> limits.get(note.path()) != Publication.NOTHING,
                Snapshot.Answers.NONE),
            Snapshot.inFiles(gone).or(evidence::contains));
    return Answered.check(snapshot, approved, memory).research();
  }

  private static MediaSource media(
      Approved approved, Newest newest, List<Note> notes, Set<String> held) {
    MediaSource all = newest.snapshot().media();
    Set<String> there = new HashSet<>(all.data());
    MediaSource shown = shown(approved, newest, notes);
    return newest.programme().publication().shownBeforeReview().contains("data")
        ? shown.withData(path -> !held.contains(path))
        : DataItems.approved(approved, shown, path -> there.contains(path) && !held.contains(path));
  }

  /** What a note shows that waits for approval was approved with it, whatever stands there now. */
  private static MediaSource shown(Approved approved, Newest newest, List<Note> notes) {
    MediaSource all = newest.snapshot().media();
    Set<String> waiting = new HashSet<>();
    Map<String, String> hashes = new HashMap<>();
    for (Note note : notes) {
      String kind = note.kind().folder();
      boolean isShownBefore = newest.programme().publication().shownBeforeReview().contains(kind);
      if (!isShownBefore && approved.isApproved(note)) {
        waiting.addAll(newest.research().links().media(note));
        approved.media(note.path()).forEach(hashes::put);
      }
    }
    return new MediaSource() {
      @Override
      public Optional<byte[]> bytes(String path) {
        return waiting.contains(path)
            ? Optional.ofNullable(hashes.get(path)).flatMap(approved.blobs()::bytes)
            : all.bytes(path);
      }

      @Override
      public boolean has(String path) {
        return waiting.contains(path) ? bytes(path).isPresent() : all.has(path);
      }

      @Override
      public List<String> data() {
        return all.data();
      }
    };
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
