package dev.fortnight.site;

import dev.fortnight.check.ResearchChange;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.search.SearchDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The parts of a tree that take longer to make than to compare what they are made of. */
final class TreeParts {

  private final PartMemory<String> pageTexts;
  private final PartMemory<SearchDocument> documents;
  private final PartMemory<byte[]> files;
  private final LastingParts<Map<String, Object>> cards;
  private final LastingParts<Map<String, Object>> records;
  private final LastingParts<List<String>> orders;
  private Optional<ResearchChange> change = Optional.empty();

  private TreeParts(boolean isKeeping) {
    this.pageTexts = new PartMemory<>(isKeeping);
    this.documents = new PartMemory<>(isKeeping);
    this.files = new PartMemory<>(isKeeping);
    this.cards = new LastingParts<>(true); // several lists of one tree show the same
    this.records = new LastingParts<>(isKeeping);
    this.orders = new LastingParts<>(isKeeping);
  }

  static TreeParts keeping() {
    return new TreeParts(true);
  }

  /** For a tree that none follows. */
  static TreeParts none() {
    return new TreeParts(false);
  }

  /** The texts of notes as their pages show them, which hang on the theme too. */
  PartMemory<String> pageTexts() {
    return pageTexts;
  }

  /** What of pages can be found. */
  PartMemory<SearchDocument> documents() {
    return documents;
  }

  /** Those that are no pages. */
  PartMemory<byte[]> files() {
    return files;
  }

  /**
   * Tells what is other than in the tree before.
   *
   * @param what is other in its research; empty where anything may be
   */
  void changed(Optional<ResearchChange> what) {
    change = what;
    if (what.isPresent()) {
      cards.forget(what.get().notes(), what.get().renamed());
      records.forget(what.get().notes(), Set.of());
    } else {
      compared().forEach(PartMemory::begin); // else no note is gone, so nothing is to be forgotten
      lasting().forEach(LastingParts::forget);
    }
  }

  /** Whether what is made of a note, but for what others are called, is made of the same. */
  boolean isAsBefore(String path) {
    return change.filter(what -> !what.notes().contains(path)).isPresent();
  }

  /**
   * The card of a note.
   *
   * @param named the addresses of others whose titles it shows
   */
  Map<String, Object> card(
      String path, Supplier<Set<String>> named, Supplier<Map<String, Object>> making) {
    return cards.part(path, named, making);
  }

  /** What there is to know of a note, which calls others by their addresses. */
  Map<String, Object> record(String path, Supplier<Map<String, Object>> making) {
    return records.part(path, Set::of, making);
  }

  /** The paths of notes of a kind, in an order that their days and addresses decide. */
  List<String> order(NoteKind kind, Supplier<List<String>> making) {
    return orders.part(kind.folder(), Set::of, making);
  }

  /**
   * Whether a page is made of the same as before.
   *
   * @param mentions tells whether it led to one of some addresses before
   */
  boolean isAsBefore(Shown shown, Predicate<Set<String>> mentions) {
    boolean isKnown =
        shown instanceof Shown.Text text
            ? isAsBefore(text.path())
            : shown instanceof Shown.Lists && change.isPresent();
    Set<String> renamed = isKnown ? change.get().renamed() : Set.of();
    return isKnown && (renamed.isEmpty() || !mentions.test(renamed));
  }

  void forget() {
    changed(Optional.empty());
    compared().forEach(PartMemory::forget);
  }

  private List<PartMemory<?>> compared() {
    return List.of(pageTexts, documents, files);
  }

  private List<LastingParts<?>> lasting() {
    return List.of(cards, records, orders);
  }
}
