package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what was found in notes and texts, so that a process that checks again looks only at what
 * changed. Another register or another allow list makes another search, and forgets all. What was
 * not asked about in a check is forgotten in the next. Checks with it do not run side by side.
 */
public final class CheckMemory {

  /**
   * What was found in a note, and what rules about it alone say.
   *
   * @param finds before anybody asks whether they may pass
   */
  record Seen(PersonalDataCheck.Searched finds, List<Problem> problems) {}

  private record Kept(Note note, Publication publication, Seen seen) {}

  private final boolean isKeeping;
  private PersonalDataSearch search = PersonalDataSearch.NOTHING;
  private Map<String, Kept> earlierNotes = new ConcurrentHashMap<>();
  private Map<String, Kept> notes = new ConcurrentHashMap<>();
  private Map<String, List<Find>> earlierTexts = new ConcurrentHashMap<>();
  private Map<String, List<Find>> texts = new ConcurrentHashMap<>();

  public CheckMemory() {
    this(true);
  }

  private CheckMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a check that none follows: it would hold all texts for nothing. */
  static CheckMemory none() {
    return new CheckMemory(false);
  }

  void begin(PersonalDataSearch with) {
    boolean isSame = with == search;
    search = with;
    earlierNotes = isSame ? notes : new ConcurrentHashMap<>();
    earlierTexts = isSame ? texts : new ConcurrentHashMap<>();
    notes = new ConcurrentHashMap<>();
    texts = new ConcurrentHashMap<>();
  }

  Seen of(Note note, Publication publication, Function<Note, Seen> looking) {
    if (!isKeeping) {
      return looking.apply(note);
    }
    Kept kept = earlierNotes.get(note.path());
    boolean isSame = kept != null && kept.note() == note && kept.publication() == publication;
    Kept found = isSame ? kept : new Kept(note, publication, looking.apply(note));
    notes.put(note.path(), found);
    return found.seen();
  }

  /** What is certain in a text. */
  List<Find> certainIn(String text) {
    if (!isKeeping) {
      return search.certainIn(text);
    }
    List<Find> kept = earlierTexts.get(text);
    List<Find> found = kept == null ? search.certainIn(text) : kept;
    texts.put(text, found);
    return found;
  }

  /** All in a text; not kept, as few are asked about. */
  List<Find> in(String text) {
    return search.in(text);
  }
}
