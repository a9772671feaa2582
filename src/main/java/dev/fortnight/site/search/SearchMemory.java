package dev.fortnight.site.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps what pages add to the index, so that a process that makes it again reads only new ones. */
public final class SearchMemory {

  /** What a page says and what it adds to the files. */
  record Known(IndexedDocument document, IndexLines lines) {

    private boolean isOf(SearchDocument other, String name) {
      SearchDocument own = document.document();
      return (own == other || own.equals(other)) && lines.id().equals(name);
    }
  }

  private final boolean isKeeping;
  private Locale locale = Locale.ROOT;
  private SearchLanguage language;
  private Map<String, Known> earlier = Map.of();
  private Map<String, Known> current = new HashMap<>();
  private FormCounts forms = new FormCounts();
  private Optional<PageNames> names = Optional.empty();
  private int earlierShards;
  private int met;
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
      forget();
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

  private void forget() {
    current = new HashMap<>();
    forms = new FormCounts();
    made = Optional.empty();
  }

  /**
   * @param shards of the words; with another number all rows are others
   */
  void begin(int shards) {
    if (shards != earlierShards) {
      forget();
    }
    earlier = current;
    current = new HashMap<>(2 * earlier.size());
    earlierShards = shards;
    met = 0;
  }

  /** The names of pages, those of the index before if they are the same. */
  PageNames names(List<Findable> pages) {
    PageNames found =
        names.filter(before -> before.areOf(pages)).orElseGet(() -> new PageNames(pages));
    names = isKeeping ? Optional.of(found) : names;
    return found;
  }

  /**
   * What a page adds to the index, as it was read before or is read now.
   *
   * @param name of the page
   */
  IndexLines lines(SearchDocument document, String name, Supplier<Known> reading) {
    if (!isKeeping) {
      return reading.get().lines();
    }
    Known kept = earlier.get(document.address());
    met += kept == null ? 0 : 1;
    Known found = kept != null && kept.isOf(document, name) ? kept : reading.get();
    if (found != kept) {
      forms.add(found.document().forms());
      if (kept != null) {
        forms.remove(kept.document().forms());
      }
    }
    current.put(document.address(), found);
    return found.lines();
  }

  /** The numbers of the words of all pages whose lines somebody asked for since it began. */
  BitSet forms() {
    if (met < earlier.size()) {
      earlier.keySet().removeAll(current.keySet());
      earlier.values().forEach(gone -> forms.remove(gone.document().forms()));
    }
    return forms.present();
  }
}
