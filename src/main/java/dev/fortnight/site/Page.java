package dev.fortnight.site;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A page yet to be rendered.
 *
 * @param address see {@link dev.fortnight.note.Address}
 * @param content the page's own HTML, already safe
 * @param data what {@code page} stands for in the layout
 */
record Page(
    String address,
    String layout,
    Shown shown,
    Supplier<String> content,
    Supplier<Map<String, Object>> data) {

  /** One of which nobody says what it shows. */
  Page(
      String address, String layout, Supplier<String> content, Supplier<Map<String, Object>> data) {
    this(address, layout, new Shown.Anything(), content, data);
  }
}
