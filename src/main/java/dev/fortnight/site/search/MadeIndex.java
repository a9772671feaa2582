package dev.fortnight.site.search;

import java.util.List;
import java.util.SortedMap;

/**
 * An index as it was made.
 *
 * @param lines of its pages, in the order of their names
 * @param files by path
 */
record MadeIndex(List<IndexLines> lines, IndexedStems stems, SortedMap<String, byte[]> files) {}
