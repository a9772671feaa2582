package dev.fortnight.site.search;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what pages add to the index, so that a process that makes it again reads only new ones. */
public final class SearchMemory {

  private final boolean isKeeping;
  private Locale locale = Locale.ROOT;
  private SearchLanguage language;
  private Map<String, IndexedDocument> earlier = Map.of();
  private Map<String, IndexedDocument> current = new HashMap<>();
  private Map<IndexedDocument, IndexLines> earlierLines = Map.of();
  private Map<IndexedDocument, IndexLines> lines = new IdentityHashMap<>();
  private int earlierShards;
  private Optional<MadeIndex> made = Optional.empty();

  public SearchMemory() {
    this(true);
  }

  private SearchMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For an index that none follows. */
  public static SearchMemory none() {
    return new SearchMemory(false);
  }

  /** The same for the same language, since it keeps the stems of words. */
  public SearchLanguage language(Locale of) {
    if (language == null || !of.equals(locale)) {
      locale = of;
      language = SearchLanguage.of(of);
      current = new HashMap<>();
      made = Optional.empty();
    }
    return language;
  }

  boolean isKeeping() {
    return isKeeping;
  }

  /** The index before, if there is one with as many files and in the same language. */
  Optional<MadeIndex> made() {
    return made;
  }

  void keep(MadeIndex index) {
    made = Optional.of(index);
  }

  /**
   * @param shards of the words; with another number all rows are others
   */
  void begin(int shards) {
    earlier = current;
    current = new HashMap<>();
    if (shards != earlierShards) {
      lines = Map.of();
      made = Optional.empty();
    }
    earlierLines = lines;
    lines = new IdentityHashMap<>();
    earlierShards = shards;
  }

  /** What a page of this name adds to the files. */
  IndexLines lines(String id, IndexedDocument document, Supplier<IndexLines> making) {
    if (!isKeeping) {
      return making.get();
    }
    IndexLines kept = earlierLines.get(document);
    IndexLines found = kept != null && kept.id().equals(id) ? kept : making.get();
    lines.put(document, found);
    return found;
  }

  IndexedDocument of(SearchDocument document, Function<SearchDocument, IndexedDocument> reading) {
    if (!isKeeping) {
      return reading.apply(document);
    }
    IndexedDocument kept = earlier.get(document.address());
    boolean isSame =
        kept != null && (kept.document() == document || kept.document().equals(document));
    IndexedDocument found = isSame ? kept : reading.apply(document);
    current.put(document.address(), found);
    return found;
  }
}
