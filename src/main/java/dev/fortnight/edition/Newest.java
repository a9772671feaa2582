package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedFile;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import dev.fortnight.note.Sha256;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest source: what can be reviewed now, and what consent, expiry and deletion say now.
 *
 * @param snapshot all notes and topics as they stand, published or not
 * @param unreadable paths of notes that exist but cannot be read
 * @param research what of them passes the checks, doubtful or not: doubts are for the review
 * @param problems what the checks have to say of each item
 * @param items everything that can be reviewed, by key
 */
public record Newest(
    Snapshot snapshot,
    Set<String> unreadable,
    CheckedResearch research,
    ItemProblems problems,
    Theme theme,
    SortedMap<String, Item> items) {

  /**
   * @param memory of the source as it was before
   */
  public static Newest of(
      Snapshot snapshot, Set<String> unreadable, Theme theme, CheckMemory memory) {
    Checker.Result result = Checker.check(snapshot.answered(Snapshot.Answers.ALL), memory);
    return new Newest(
        snapshot,
        unreadable,
        result.research(),
        ItemProblems.of(result),
        theme,
        items(snapshot.programme(), result.research(), theme));
  }

  /** What is marked in the notes as they stand, published or not. */
  List<Evidence> evidence() {
    return snapshot.notes().stream().flatMap(note -> note.evidence().stream()).toList();
  }

  public Programme programme() {
    return snapshot.programme();
  }

  private static SortedMap<String, Item> items(
      Programme programme, CheckedResearch research, Theme theme) {
    List<ItemContent> contents = new ArrayList<>();
    research.admitted().forEach(note -> contents.add(content(note, research)));
    for (CheckedTopic topic : research.topics()) {
      contents.add(new ItemContent.OfTopic(topic.content()));
    }
    for (CheckedData data : research.data()) {
      contents.add(DataItems.of(data.content()));
    }
    contents.add(PublicPart.of(programme, research.files()));
    contents.add(content(theme));
    SortedMap<String, Item> items = new TreeMap<>();
    contents.forEach(content -> items.put(content.key(), Item.of(content)));
    return Collections.unmodifiableSortedMap(items);
  }

  private static ItemContent content(Note note, CheckedResearch research) {
    SortedMap<String, String> media = new TreeMap<>();
    for (String path : research.links().media(note)) {
      Optional.ofNullable(research.files().get(path))
          .ifPresent(file -> media.put(file.path(), file.hash()));
    }
    return new ItemContent.OfNote(
        note.path(), note.title(), note.source(), media, note.configured());
  }

  private static ItemContent content(Theme theme) {
    SortedMap<String, String> files = new TreeMap<>();
    theme.files().forEach((path, bytes) -> files.put(path, Sha256.of(bytes)));
    return new ItemContent.OfTheme(files);
  }

  /** The media and the theme's files, by hash. */
  public Map<String, byte[]> blobs() {
    Map<String, byte[]> blobs = new HashMap<>();
    for (CheckedFile file : research.files().values()) {
      blobs.put(file.hash(), file.content());
    }
    theme.files().values().forEach(bytes -> blobs.put(Sha256.of(bytes), bytes));
    return blobs;
  }
}
