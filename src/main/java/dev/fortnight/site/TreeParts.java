package dev.fortnight.site;

import dev.fortnight.site.search.SearchDocument;
import java.util.List;

/**
 * The parts of a tree that take longer to make than to compare what they are made of.
 *
 * @param pageTexts the texts of notes as their pages show them, which hang on the theme too
 * @param plainTexts the texts of notes without their HTML
 * @param documents what of pages can be found
 * @param files those that are no pages
 */
record TreeParts(
    PartMemory<String> pageTexts,
    PartMemory<String> plainTexts,
    PartMemory<SearchDocument> documents,
    PartMemory<byte[]> files) {

  static TreeParts keeping() {
    return new TreeParts(
        new PartMemory<>(), new PartMemory<>(), new PartMemory<>(), new PartMemory<>());
  }

  /** For a tree that none follows. */
  static TreeParts none() {
    return new TreeParts(
        PartMemory.none(), PartMemory.none(), PartMemory.none(), PartMemory.none());
  }

  /** Before each tree. */
  void begin() {
    all().forEach(PartMemory::begin);
  }

  void forget() {
    all().forEach(PartMemory::forget);
  }

  private List<PartMemory<?>> all() {
    return List.of(pageTexts, plainTexts, documents, files);
  }
}
