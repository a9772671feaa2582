package dev.fortnight.edition;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteDefaults;
import dev.fortnight.note.NoteReader;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The last approved content of each item that was ever approved.
 *
 * @param items by key
 * @param seen by the same key, what the checks had to say of it when it was approved, see {@link
 *     ItemProblems#marks}
 * @param blobs their media and theme files
 */
public record Approved(SortedMap<String, Item> items, Map<String, Set<String>> seen, Blobs blobs) {

  /** What its approver was told of an item; nothing where it was never approved. */
  Set<String> seen(String key) {
    return seen.getOrDefault(key, Set.of());
  }

  /** Hashes of the files that a note showed when it was approved, by path. */
  Map<String, String> media(String path) {
    Item item = items.get(path);
    return item != null && item.content() instanceof ItemContent.OfNote content
        ? content.media()
        : Map.of();
  }

  /** Whether it was approved as it is here. */
  boolean isApproved(Note note) {
    Item item = items.get(note.path());
    return item != null
        && item.content() instanceof ItemContent.OfNote content
        && isSame(content, note);
  }

  private static boolean isSame(ItemContent.OfNote content, Note note) {
    return content.source().equals(note.source()) && content.configured().equals(note.configured());
  }

  /** Whether it was approved as it is here. */
  boolean isApproved(Topic topic) {
    Item item = items.get("topics/" + topic.slug());
    return item != null && item.hash().equals(Item.of(new ItemContent.OfTopic(topic)).hash());
  }

  /**
   * A note at its last approved content; empty where it was never approved.
   *
   * @param newest the same note as it is now
   * @throws ProblemException if it was approved under rules that it no longer meets
   */
  Optional<Note> note(Note newest) {
    Item item = items.get(newest.path());
    return item != null && item.content() instanceof ItemContent.OfNote content
        ? Optional.of(note(content, Optional.of(newest)))
        : Optional.empty();
  }

  /**
   * A note at a content that was approved.
   *
   * @param newest the same note as it is now; it need not be read again where nothing changed
   */
  static Note note(ItemContent.OfNote content, Optional<Note> newest) {
    return newest
        .filter(note -> isSame(content, note) && !note.isHeldBack())
        .orElseGet(() -> note(content));
  }

  static Note note(ItemContent.OfNote content) {
    byte[] source = content.source().getBytes(StandardCharsets.UTF_8);
    NoteDefaults defaults = NoteDefaults.of(content.configured());
    if (new NoteReader().read(content.path(), source, defaults)
        instanceof NoteReader.Result.Read read) {
      return read.note();
    }
    throw new ProblemException(
        "the approved content of " + content.path() + " can no longer be read",
        "It was approved under older rules; approve its newest content.");
  }
}
