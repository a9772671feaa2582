package dev.fortnight.site.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words that there are in an index, as its files have them.
 *
 * @param forms numbers of the words as they stand on pages, see {@link Word}
 * @param byFile the stems of each file of words with their forms, see {@link FrontCoding}
 * @param beginnings how words begin, see {@link Beginnings}
 */
record IndexedStems(BitSet forms, Map<Integer, String> byFile, String beginnings) {

  /**
   * @param forms numbers of words that the language has met
   * @param shards how many files of words there may be
   */
  static IndexedStems of(BitSet forms, SearchLanguage language, int shards) {
    Map<Integer, FrontCoding> files = new HashMap<>();
    Beginnings beginnings = new Beginnings();
    formsByStem(forms, language)
        .forEach(
            (stem, same) -> {
              same.forEach(beginnings::add);
              for (int file : filesOf(stem, same, shards)) {
                files.computeIfAbsent(file, any -> new FrontCoding()).add(stem, same);
              }
            });
    Map<Integer, String> texts = new HashMap<>();
    files.forEach((file, stems) -> texts.put(file, stems.toString()));
    return new IndexedStems((BitSet) forms.clone(), texts, beginnings.toString());
  }

  /** Whether these are the stems of some words. */
  boolean areOf(BitSet others) {
    return forms.equals(others);
  }

  /** Those of a file; empty where it has none. */
  String in(int file) {
    return byFile.getOrDefault(file, "");
  }

  private static SortedMap<String, SortedSet<String>> formsByStem(
      BitSet forms, SearchLanguage language) {
    SortedMap<String, SortedSet<String>> stems = new TreeMap<>();
    for (int number : forms.stream().toArray()) {
      Word word = language.word(number);
      String stem = word.stem().orElseThrow().text();
      if (!Character.isDigit(stem.charAt(0))) {
        stems.computeIfAbsent(stem, any -> new TreeSet<>()).add(word.form());
      }
    }
    return stems;
  }

  /** The files in which a stem is looked for: its own and, as of "cry" and "cri", of its forms. */
  private static Set<Integer> filesOf(String stem, Set<String> forms, int shards) {
    Set<Integer> found = new HashSet<>();
    found.add(SearchCode.shard(SearchCode.beginning(stem), shards));
    forms.forEach(form -> found.add(SearchCode.shard(SearchCode.beginning(form), shards)));
    return found;
  }
}
