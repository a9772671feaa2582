package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.Picture;
import dev.fortnight.topic.Topic;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What there is in a snapshot, published or not, to look references up in. */
public final class ResearchIndex {

  private final Snapshot snapshot;
  private final IndexedNotes indexed;
  private final Map<String, Note> replaced;
  private final boolean isContinued;
  private final Set<String> topics;
  private final Map<String, Optional<Picture>> pictures = new ConcurrentHashMap<>();
  private final LinkResolver links = new LinkResolver(this);

  /**
   * @param indexed the notes of this snapshot, or of one that differs in {@code replaced} only
   * @param replaced by path the notes that are others than those, but for others the same
   */
  private ResearchIndex(
      Snapshot snapshot, IndexedNotes indexed, Map<String, Note> replaced, boolean isContinued) {
    this.snapshot = snapshot;
    this.indexed = indexed;
    this.replaced = replaced;
    this.isContinued = isContinued;
    this.topics =
        snapshot.topics().stream().map(Topic::slug).collect(Collectors.toCollection(TreeSet::new));
  }

  static ResearchIndex of(Snapshot snapshot) {
    return new ResearchIndex(snapshot, new IndexedNotes(snapshot), Map.of(), false);
  }

  /** The same after an earlier one, which it continues where it can. */
  static ResearchIndex of(Snapshot snapshot, Optional<ResearchIndex> earlier) {
    return earlier.flatMap(one -> one.continued(snapshot)).orElseGet(() -> of(snapshot));
  }

  /**
   * With other texts, titles and descriptions of notes. Empty where anything else is other that
   * rules about notes among others look at, except for files: they come and go unnoticed.
   */
  private Optional<ResearchIndex> continued(Snapshot next) {
    boolean isRestAsBefore =
        next.notes().size() == indexed.all().size()
            && next.programme().equals(snapshot.programme())
            && next.today().equals(snapshot.today())
            && next.topics().equals(snapshot.topics())
            && next.removed().bySlug().equals(snapshot.removed().bySlug())
            && next.isElsewhere().equals(snapshot.isElsewhere());
    if (!isRestAsBefore) {
      return Optional.empty();
    }
    boolean isScopeAsBefore = next.scope().equals(snapshot.scope());
    Map<String, Note> others = new HashMap<>();
    for (int at = 0; at < next.notes().size(); at++) {
      Note note = next.notes().get(at);
      Note before = indexed.all().get(at);
      if (note != before) {
        if (!note.isForOthersAs(before)) {
          return Optional.empty();
        }
        others.put(note.path(), note);
      }
      boolean isShownAsBefore = isScopeAsBefore && note == before;
      if (!isShownAsBefore && Publication.of(note, next) != indexed.publication(note)) {
        return Optional.empty();
      }
    }
    return Optional.of(new ResearchIndex(next, indexed, others, true));
  }

  /**
   * Whether it is the index of an earlier check but for texts, titles and descriptions of notes:
   * then what rules say of a note that nobody wrote to is what they said, if no file is in it.
   */
  boolean isContinued() {
    return isContinued;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** How much of a note may be shown. */
  public Publication publication(Note note) {
    return indexed.publication(note);
  }

  public Optional<Note> note(String path) {
    return indexed.note(path).map(this::newest);
  }

  private Note newest(Note note) {
    return replaced.getOrDefault(note.path(), note);
  }

  public Optional<String> address(Note note) {
    return indexed.address(note);
  }

  /** The note whose page stands at an address of a tree. */
  public Optional<Note> noteAt(String address) {
    return indexed.noteAt(address).map(this::newest);
  }

  /** What links lead to. */
  LinkResolver links() {
    return links;
  }

  FormerAddresses formerAddresses() {
    return indexed.formerAddresses();
  }

  /** The files of other notes that claim the same address. */
  public Set<String> collisions(Note note) {
    return indexed.collisions(note);
  }

  /** Whether a note's address has its date in it, because an older note has its name. */
  public boolean isDated(Note note) {
    return indexed.isDated(note);
  }

  /** The note that a piece of evidence stands in, by its reference. */
  public Optional<Note> source(String reference) {
    return indexed.source(reference).map(this::newest);
  }

  /** All references to evidence there are. */
  public Set<String> evidenceReferences() {
    return indexed.evidenceReferences();
  }

  /** The slugs of topics; empty where the programme has no backlog. */
  public Set<String> topics() {
    return topics;
  }

  /** The programme's. */
  ZoneId zone() {
    return snapshot.programme().cycle().zone();
  }

  /** The topics that are gone. */
  RemovedTopics removedTopics() {
    return snapshot.removed();
  }

  /** The slugs of the notes of a kind. */
  public Set<String> slugs(NoteKind kind) {
    return indexed.slugs(kind);
  }

  /** The notes of a kind that share a slug, published or not. */
  public List<Note> named(NoteKind kind, String slug) {
    return indexed.named(kind, slug).stream().map(this::newest).toList();
  }

  /** The finding of a slug; the first by path where there are several. */
  public Optional<Note> finding(String slug) {
    return named(NoteKind.FINDING, slug).stream().min(Comparator.comparing(Note::path));
  }

  /**
   * A file as it may be published; empty where there is none.
   *
   * @param path relative to {@code research/}
   */
  Optional<Picture> picture(String path) {
    return pictures.computeIfAbsent(path, any -> snapshot.media().bytes(any).map(Picture::of));
  }

  public List<Note> notes() {
    return snapshot.notes();
  }
}
