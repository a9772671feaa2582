package dev.fortnight.site.search;

import java.util.Arrays;
import java.util.BitSet;

/** Which words there are on some pages, kept up to date while pages come and go. */
final class FormCounts {

  private final BitSet present = new BitSet();
  private int[] counts = new int[1024];

  /**
   * @param forms numbers of words of a page, each once
   */
  void add(int[] forms) {
    for (int form : forms) {
      if (form >= counts.length) {
        counts = Arrays.copyOf(counts, 2 * form);
      }
      if (counts[form]++ == 0) {
        present.set(form);
      }
    }
  }

  /** Takes back what was added for a page. */
  void remove(int[] forms) {
    for (int form : forms) {
      if (--counts[form] == 0) {
        present.clear(form);
      }
    }
  }

  /** Numbers of the words that there are; it changes with the pages. */
  BitSet present() {
    return present;
  }
}
