package dev.fortnight.check;

import dev.fortnight.note.NoteKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a stranger who means to find out could join up about one participant from what is public:
 * every session, quotation and mention, wherever it stands.
 *
 * @param pseudonym as notes name them
 * @param traits what is said of them, each once: what they do, and for what kind of council
 * @param alike how many participants all the same is said of, this one included; 1 is the rarest
 * @param places where something of them is shown, in the order of the notes
 */
public record Dossier(String pseudonym, List<String> traits, int alike, List<Place> places) {

  /** Keys of front matter that say something of a participant and are shown. */
  private static final List<String> TRAITS = List.of("role", "council");

  /**
   * What tells most comes first: who is alone in what is said of them, then of whom most is said.
   */
  private static final Comparator<Dossier> RAREST_FIRST =
      Comparator.comparingInt(Dossier::alike)
          .thenComparing(Comparator.comparingInt((Dossier one) -> one.traits.size()).reversed())
          .thenComparing(Comparator.comparingInt((Dossier one) -> one.places.size()).reversed())
          .thenComparing(Dossier::pseudonym);

  /**
   * A place where something of a participant is shown.
   *
   * @param item the path of the note that shows it
   * @param title what the note is called
   * @param kind what it shows there
   * @param text the quotation; empty for others
   */
  public record Place(String item, String title, Kind kind, String text) {}

  /** What a place shows. */
  public enum Kind {
    /** The page of a session that they took part in. */
    SESSION,
    /** Words of theirs. */
    QUOTATION,
    /** Their pseudonym in a text. */
    MENTION
  }

  /** Of each participant of whom anything is shown, the rarest first. */
  public static List<Dossier> of(CheckedResearch research) {
    SortedMap<String, Gathered> gathered = new TreeMap<>();
    for (CheckedNote session : research.notes(NoteKind.INTERVIEW)) {
      session
          .content()
          .frontMatter()
          .texts("participants")
          .forEach(name -> at(gathered, name).session(session));
    }
    for (CheckedEvidence evidence : research.evidence().values()) {
      evidence.content().participant().ifPresent(name -> at(gathered, name).quote(evidence));
    }
    gathered.values().forEach(one -> one.mentions(research.notes()));
    Map<String, List<String>> traits = new TreeMap<>();
    gathered.forEach((name, one) -> traits.put(name, one.traits));
    return gathered.values().stream().map(one -> one.dossier(traits)).sorted(RAREST_FIRST).toList();
  }

  private static Gathered at(Map<String, Gathered> gathered, String name) {
    return gathered.computeIfAbsent(name, Gathered::new);
  }

  /** What was found so far of one participant. */
  private static final class Gathered {

    private final String pseudonym;
    private final List<String> traits = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    Gathered(String pseudonym) {
      this.pseudonym = pseudonym;
    }

    void session(CheckedNote session) {
      TRAITS.stream()
          .map(key -> session.content().frontMatter().text(key))
          .forEach(trait -> trait.ifPresent(this::trait));
      add(session, Kind.SESSION, "");
    }

    void quote(CheckedEvidence evidence) {
      evidence.role().ifPresent(this::trait);
      evidence.council().ifPresent(this::trait);
      places.add(
          new Place(
              evidence.source().path(),
              evidence.content().reference(),
              Kind.QUOTATION,
              evidence.content().quotation().text().strip()));
    }

    void mentions(List<CheckedNote> notes) {
      Pattern name =
          Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(pseudonym) + "(?![\\p{L}\\p{N}])");
      notes.stream()
          .filter(note -> places.stream().noneMatch(place -> isPage(place, note)))
          .filter(note -> isIn(note.content().prose().text(), name))
          .forEach(note -> add(note, Kind.MENTION, ""));
    }

    /** Most texts do not have it at all, which is told much sooner than where a word begins. */
    private boolean isIn(String text, Pattern name) {
      return text.contains(pseudonym) && name.matcher(text).find();
    }

    private static boolean isPage(Place place, CheckedNote note) {
      return place.kind() == Kind.SESSION && place.item().equals(note.content().path());
    }

    private void trait(String trait) {
      if (!traits.contains(trait)) {
        traits.add(trait);
      }
    }

    private void add(CheckedNote note, Kind kind, String text) {
      places.add(new Place(note.content().path(), note.content().title(), kind, text));
    }

    Dossier dossier(Map<String, List<String>> all) {
      int alike = (int) all.values().stream().filter(other -> other.containsAll(traits)).count();
      return new Dossier(
          pseudonym,
          List.copyOf(traits),
          alike,
          places.stream()
              .sorted(Comparator.comparing(Place::item).thenComparing(Place::kind))
              .toList());
    }
  }
}
