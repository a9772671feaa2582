package dev.fortnight.check;

import dev.fortnight.note.Address;
import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.Picture;
import dev.fortnight.topic.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What there is in a snapshot, published or not, to look references up in. */
public final class ResearchIndex {

  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparing((Note note) -> note.date().orElse(LocalDate.MIN))
          .thenComparing(Note::path);

  private final Snapshot snapshot;
  private final Map<String, Note> notes = new LinkedHashMap<>();
  private final Map<String, Publication> publications = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Note> notesByFoldedAddress = new HashMap<>();
  private final Map<String, Set<String>> collisions = new HashMap<>();
  private final Map<String, Note> undatedAddresses = new HashMap<>();
  private final Set<String> dated = new HashSet<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Map<String, Note> sources = new HashMap<>();
  private final Map<NoteKind, Map<String, List<Note>>> slugs = new EnumMap<>(NoteKind.class);
  private final Set<String> topics;
  private final Map<String, Optional<Picture>> pictures = new ConcurrentHashMap<>();

  private final FormerAddresses formerAddresses;
  private final LinkResolver links = new LinkResolver(this);

  ResearchIndex(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.topics =
        snapshot.topics().stream().map(Topic::slug).collect(Collectors.toCollection(TreeSet::new));
    for (Note note : snapshot.notes()) {
      notes.put(note.path(), note);
      slugs
          .computeIfAbsent(note.kind(), kind -> new HashMap<>())
          .computeIfAbsent(note.slug(), slug -> new ArrayList<>())
          .add(note);
      publications.put(note.path(), Publication.of(note, snapshot));
      note.evidence().forEach(mark -> evidence.putIfAbsent(mark.reference(), mark));
      note.evidence().forEach(mark -> sources.putIfAbsent(mark.reference(), note));
    }
    snapshot.notes().stream().sorted(OLDEST_FIRST).forEach(this::settle);
    this.formerAddresses = new FormerAddresses(this);
  }

  /** Of two dated notes with one name, the older one has the short address. */
  private void settle(Note note) {
    Optional<String> address = Address.of(note);
    if (address.isPresent() && Address.isFromFileName(note)) {
      Note older = undatedAddresses.putIfAbsent(Address.folded(address.get()), note);
      if (older != null && !older.date().equals(note.date())) {
        dated.add(note.path());
        address = Address.dated(note);
      }
    }
    address.ifPresent(found -> claim(note, found));
  }

  private void claim(Note note, String address) {
    addresses.put(note.path(), address);
    if (publication(note) != Publication.PAGE) {
      return;
    }
    Note other = notesByFoldedAddress.putIfAbsent(Address.folded(address), note);
    if (other != null) {
      collisions.computeIfAbsent(other.path(), path -> new TreeSet<>()).add(note.file());
      collisions.computeIfAbsent(note.path(), path -> new TreeSet<>()).add(other.file());
    }
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** How much of each note may be shown, by its path. */
  Map<String, Publication> publications() {
    return publications;
  }

  /** Where the page of each note is or would be, by its path. */
  Map<String, String> addresses() {
    return addresses;
  }

  public Publication publication(Note note) {
    return publications.get(note.path());
  }

  public Optional<Note> note(String path) {
    return Optional.ofNullable(notes.get(path));
  }

  public Optional<String> address(Note note) {
    return Optional.ofNullable(addresses.get(note.path()));
  }

  /** The note whose page stands at an address of a tree. */
  public Optional<Note> noteAt(String address) {
    return Optional.ofNullable(notesByFoldedAddress.get(Address.folded(address)));
  }

  /** What links lead to. */
  LinkResolver links() {
    return links;
  }

  FormerAddresses formerAddresses() {
    return formerAddresses;
  }

  /** The files of other notes that claim the same address. */
  public Set<String> collisions(Note note) {
    return collisions.getOrDefault(note.path(), Set.of());
  }

  /** Whether a note's address has its date in it, because an older note has its name. */
  public boolean isDated(Note note) {
    return dated.contains(note.path());
  }

  public Optional<Evidence> evidence(String reference) {
    return Optional.ofNullable(evidence.get(reference));
  }

  /** The note that a piece of evidence stands in, by its reference. */
  public Optional<Note> source(String reference) {
    return Optional.ofNullable(sources.get(reference));
  }

  /** All references to evidence there are. */
  public Set<String> evidenceReferences() {
    return evidence.keySet();
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
    return slugs.getOrDefault(kind, Map.of()).keySet();
  }

  /** The notes of a kind that share a slug, published or not. */
  public List<Note> named(NoteKind kind, String slug) {
    return slugs.getOrDefault(kind, Map.of()).getOrDefault(slug, List.of());
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
    return List.copyOf(notes.values());
  }
}
