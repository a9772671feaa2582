package dev.fortnight.site.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Keeps what pages add to the index, so that a process that makes it again reads only new ones. */
public final class SearchMemory {

  private final boolean isKeeping;
  private Locale locale = Locale.ROOT;
  private SearchLanguage language;
  private Map<String, IndexedDocument> earlier = Map.of();
  private Map<String, IndexedDocument> current = new HashMap<>();

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
    }
    return language;
  }

  void begin() {
    earlier = current;
    current = new HashMap<>();
  }

  IndexedDocument of(SearchDocument document, Function<SearchDocument, IndexedDocument> reading) {
    if (!isKeeping) {
      return reading.apply(document);
    }
    IndexedDocument kept = earlier.get(document.address());
    boolean isSame = kept != null && kept.document().equals(document);
    IndexedDocument found = isSame ? kept : reading.apply(document);
    current.put(document.address(), found);
    return found;
  }
}
