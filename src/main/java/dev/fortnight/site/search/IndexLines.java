package dev.fortnight.site.search;

/**
 * What a page adds to the files of an index, ready to be appended.
 *
 * @param id the name of the page
 * @param result what results say of it, as JSON
 */
record IndexLines(String id, Rows.Parts words, Rows.Parts pairs, String result) {

  /** What a page adds that is not there. */
  static IndexLines none(String id) {
    return new IndexLines(id, Rows.Parts.NONE, Rows.Parts.NONE, "");
  }
}
