package dev.fortnight.edition;

import dev.fortnight.note.Sha256;

/**
 * Anything that can be reviewed, at one content.
 *
 * @param hash of the content's bytes
 */
public record Item(ItemContent content, String hash) {

  static Item of(ItemContent content) {
    return new Item(content, Sha256.of(content.bytes()));
  }

  /**
   * Its name across contents: a note's or a table's path, {@code topics/<slug>}, {@code programme},
   * {@code theme}.
   */
  public String key() {
    return content.key();
  }

  public String title() {
    return content.title();
  }
}
