package dev.fortnight.site.search;

import java.util.List;

/**
 * What a page adds to the files of an index, ready to be appended.
 *
 * @param id the name of the page
 * @param result what results say of it, as JSON
 */
record IndexLines(String id, List<Rows.Part> words, List<Rows.Part> pairs, String result) {

  /** What a page adds that is not there. */
  static IndexLines none(String id) {
    return new IndexLines(id, List.of(), List.of(), "");
  }
}
