package dev.fortnight.check;

import dev.fortnight.note.Note;

/** What a link in a note leads to. */
public sealed interface LinkTarget {

  /** Another site, or an e-mail address. */
  record Elsewhere(String address) implements LinkTarget {}

  /** A place on the same page. */
  record SamePage(String fragment) implements LinkTarget {}

  /** A note, published or not. */
  record OtherNote(Note note, String fragment) implements LinkTarget {}

  /** A page of the tree that is no note's, for example a section. */
  record OtherPage(String address, String fragment) implements LinkTarget {}

  /**
   * A file under {@code research/}.
   *
   * @param path relative to it
   */
  record Media(String path) implements LinkTarget {}

  /** Nothing that there is. */
  record Nowhere() implements LinkTarget {}
}
