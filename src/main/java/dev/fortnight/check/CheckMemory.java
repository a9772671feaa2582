package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what was found in notes and texts, so that a process that checks again looks only at what
 * changed. Another register or another allow list makes another search, and forgets all. What was
 * not asked about in a check is forgotten in the next.
 */
public final class CheckMemory {

  /**
   * What was found in a note, and what rules about it alone say.
   *
   * @param finds before anybody asks whether they may pass
   */
  record Seen(PersonalDataCheck.Searched finds, List<Problem> problems) {}

  private record Kept(Note note, Publication publication, Seen seen) {}

  /** What one search found, in this check and in the one before. */
  private record Found(
      PersonalDataSearch search,
      Map<String, Kept> earlierNotes,
      Map<String, Kept> notes,
      Map<String, List<Find>> earlierTexts,
      Map<String, List<Find>> texts) {

    static Found nothing(PersonalDataSearch search) {
      return new Found(
          search, Map.of(), new ConcurrentHashMap<>(), Map.of(), new ConcurrentHashMap<>());
    }

    Found next() {
      return new Found(search, notes, new ConcurrentHashMap<>(), texts, new ConcurrentHashMap<>());
    }
  }

  private final boolean isKeeping;
  private volatile Optional<SettledLinks> settledLinks = Optional.empty();
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
    found = with == found.search() ? found.next() : Found.nothing(with);
  }

  /**
   * @param with the search that {@code looking} uses
   */
  Seen of(
      PersonalDataSearch with, Note note, Publication publication, Function<Note, Seen> looking) {
    Found now = found;
    if (!isKeeping || now.search() != with) {
      return looking.apply(note);
    }
    Kept kept = now.earlierNotes().get(note.path());
    boolean isSame = kept != null && kept.note() == note && kept.publication() == publication;
    Kept current = isSame ? kept : new Kept(note, publication, looking.apply(note));
    now.notes().put(note.path(), current);
    return current.seen();
  }

  /** Those of the check before; empty where there was none. */
  Optional<SettledLinks> settledLinks() {
    return settledLinks;
  }

  void keep(SettledLinks links) {
    if (isKeeping) {
      settledLinks = Optional.of(links);
    }
  }

  /** What is certain in a text. */
  List<Find> certainIn(PersonalDataSearch with, String text) {
    Found now = found;
    if (!isKeeping || now.search() != with) {
      return with.certainIn(text);
    }
    List<Find> kept = now.earlierTexts().get(text);
    List<Find> finds = kept == null ? with.certainIn(text) : kept;
    now.texts().put(text, finds);
    return finds;
  }
}
