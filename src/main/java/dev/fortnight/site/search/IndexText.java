package dev.fortnight.site.search;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the files of an index together from what its pages add to them. */
final class IndexText {

  private static final String FOLDER = "search/";

  static final String BEGINNINGS = FOLDER + "beginnings.txt";

  private final int shards;
  private final IndexChange change;
  private final Rows words;
  private final Rows pairs;
  private final SortedMap<Integer, StringBuilder> pages = new TreeMap<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  /**
   * @param change tells the files that are made
   */
  IndexText(int shards, IndexChange change) {
    this.shards = shards;
    this.change = change;
    this.words = new Rows(change.words());
    this.pairs = new Rows(change.pairs());
  }

  /** The file of words of a number, by path. */
  static String words(int file) {
    return FOLDER + "words/" + file + ".txt";
  }

  static String pairs(int file) {
    return FOLDER + "pairs/" + file + ".txt";
  }

  static String pages(int file) {
    return FOLDER + "pages/" + file + ".json";
  }

  /** The file of pages that says what results say of one. */
  static int pagesOf(String id, int shards) {
    return SearchCode.shard(SearchCode.hash(id), shards);
  }

  /** Adds a page whose name comes after those of all that were added before. */
  void add(IndexLines lines) {
    words.add(lines.id(), lines.words());
    pairs.add(lines.id(), lines.pairs());
    int file = pagesOf(lines.id(), shards);
    if (change.pages().get(file)) {
      pages.computeIfAbsent(file, any -> new StringBuilder()).append(",\n").append(lines.result());
    }
  }

  /** The files that are made, by path; it is empty then. */
  SortedMap<String, byte[]> files(IndexedStems stems) {
    words.drain((file, rows) -> put(words(file), stems.in(file) + "\n" + rows));
    stems.byFile().keySet().stream()
        .filter(change.words()::get)
        .filter(file -> !files.containsKey(words(file)))
        .forEach(file -> put(words(file), stems.in(file) + "\n"));
    put(BEGINNINGS, stems.beginnings());
    pairs.drain((file, rows) -> put(pairs(file), rows));
    pages.forEach((file, lines) -> put(pages(file), "{" + lines.substring(1) + "\n}\n"));
    return files;
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
