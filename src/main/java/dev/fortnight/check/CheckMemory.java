package dev.fortnight.check;

import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalDataSearch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what was found in notes and texts, so that a process that checks again looks only at what
 * changed. Another register or another allow list makes another search, and forgets all. What was
 * not asked about in a check is forgotten in the next.
 */
public final class CheckMemory {

  /** What one search found in texts, in this check and in the one before. */
  private record Found(
      PersonalDataSearch search, Map<String, List<Find>> earlier, Map<String, List<Find>> texts) {

    static Found nothing(PersonalDataSearch search) {
      return new Found(search, Map.of(), new ConcurrentHashMap<>());
    }

    Found next() {
      return new Found(search, texts, new ConcurrentHashMap<>());
    }
  }

  private final boolean isKeeping;
  private volatile LastCheck lastCheck = LastCheck.NONE;
  private volatile Found found = Found.nothing(PersonalDataSearch.NOTHING);

  public CheckMemory() {
    this(true);
  }

  private CheckMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a check that none follows: it would hold all texts for nothing. */
  public static CheckMemory none() {
    return new CheckMemory(false);
  }

  synchronized void begin(PersonalDataSearch with) {
    if (with == found.search()) {
      found = found.next();
    } else {
      found = Found.nothing(with);
      lastCheck = LastCheck.NONE;
    }
  }

  LastCheck lastCheck() {
    return lastCheck;
  }

  void keep(LastCheck check) {
    if (isKeeping) {
      lastCheck = check;
    }
  }

  /** What is certain in a text. */
  List<Find> certainIn(PersonalDataSearch with, String text) {
    Found now = found;
    if (!isKeeping || now.search() != with) {
      return with.certainIn(text);
    }
    List<Find> kept = now.earlier().get(text);
    List<Find> finds = kept == null ? with.certainIn(text) : kept;
    now.texts().put(text, finds);
    return finds;
  }
}
