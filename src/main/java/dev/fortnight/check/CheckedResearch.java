package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.programme.Programme;
import dev.fortnight.topic.RemovedTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that may be published of a programme at one moment, joined. */
public final class CheckedResearch {

  private final Snapshot snapshot;
  private final PersonalDataSearch search;
  private final List<Note> admitted;
  private final List<CheckedNote> notes;
  private final Map<NoteKind, List<CheckedNote>> notesByKind;
  private final Map<String, CheckedNote> notesByPath;
  private final Map<String, CheckedEvidence> evidence;
  private final List<CheckedTopic> topics;
  private final List<RemovedTopic> removedTopics;
  private final Map<String, CheckedFile> files;
  private final List<CheckedData> data;
  private final List<Withheld> withheld;
  private final Set<String> passed;
  private final CheckMemory memory;
  private final LinkResolver links;
  private ResearchGraph graph;

  CheckedResearch(
      ResearchIndex index,
      List<Note> admitted,
      List<CheckedNote> notes,
      Map<String, CheckedNote> notesByPath,
      Map<String, CheckedEvidence> evidence,
      List<CheckedTopic> topics,
      LinkResolver links,
      Map<String, CheckedFile> files,
      List<CheckedData> data,
      List<Withheld> withheld,
      Set<String> passed,
      CheckMemory memory) {
    this.snapshot = index.snapshot();
    this.search = snapshot.search();
    this.admitted = admitted;
    this.notes = notes;
    this.notesByKind =
        notes.stream()
            .collect(
                Collectors.groupingBy(
                    note -> note.content().kind(), Collectors.toUnmodifiableList()));
    this.notesByPath = notesByPath;
    this.evidence = evidence;
    this.topics = topics;
    this.files = files;
    this.data = data;
    this.withheld = withheld;
    this.passed = passed;
    this.memory = memory;
    this.links = links;
    this.removedTopics = snapshot.removed().shown(notes, links);
  }

  /** A citation that a finding makes but must not show, for the product owner to know of. */
  public record Withheld(String finding, String evidence) {}

  public Programme programme() {
    return snapshot.programme();
  }

  /** The instant that consent and dates were measured against. */
  public Instant now() {
    return snapshot.now();
  }

  /** What finds personal data; another one where somebody else is in the register. */
  public PersonalDataSearch search() {
    return search;
  }

  /** What looks personal and must not be on a page: found for certain, and let pass by nobody. */
  public List<Find> leaks(String text) {
    return memory.certainIn(search, text).stream()
        .filter(find -> !passed.contains(find.identity()))
        .toList();
  }

  /** The same with what only looks so. */
  public List<Find> suspicions(String text) {
    return search.in(text).stream().filter(find -> !passed.contains(find.identity())).toList();
  }

  /** Another one where {@link #leaks} may find something else, if the register is the same. */
  public String searchHash() {
    Optional<String> contact = programme().site().contact();
    String rules = programme().allowed() + "\n" + contact + "\n" + new TreeSet<>(passed);
    return Sha256.of(rules.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What may be published without some items, evidence and quotations of theirs neither.
   *
   * @param items paths of notes, and {@code topics/<slug>} of topics
   */
  public CheckedResearch without(Set<String> items) {
    return Checker.check(snapshot.leavingOut(items), memory).research();
  }

  /**
   * What of notes is other than in an earlier state of this research. Empty if something else may
   * be, of all that pages show of notes, topics, files and tables, or if something is shown that
   * was not, or the other way round.
   */
  public Optional<ResearchChange> changeSince(CheckedResearch earlier) {
    return new Comparison(earlier, this).change();
  }

  /** All notes, whether anything of them may be published or not. */
  List<Note> everything() {
    return snapshot.notes();
  }

  /** Notes of which something may be published: a page, or quotations only. */
  public List<Note> admitted() {
    return admitted;
  }

  /** Notes with a page, by path. */
  public List<CheckedNote> notes() {
    return notes;
  }

  public List<CheckedNote> notes(NoteKind kind) {
    return notesByKind.getOrDefault(kind, List.of());
  }

  /** The note at a path, if it has a page. */
  public Optional<CheckedNote> note(String path) {
    return Optional.ofNullable(notesByPath.get(path));
  }

  /** Evidence that may be shown, by reference. */
  public Map<String, CheckedEvidence> evidence() {
    return evidence;
  }

  public List<CheckedTopic> topics() {
    return topics;
  }

  /** Topics that readers may come looking for and that are gone. */
  public List<RemovedTopic> removedTopics() {
    return removedTopics;
  }

  /** Media that published notes show, by path. */
  public Map<String, CheckedFile> files() {
    return files;
  }

  /** Tables for others to use, by path. */
  public List<CheckedData> data() {
    return data;
  }

  public List<Withheld> withheld() {
    return withheld;
  }

  public LinkResolver links() {
    return links;
  }

  /** How all of it hangs together; it is made when somebody asks first. */
  public synchronized ResearchGraph graph() {
    if (graph == null) {
      graph = new ResearchGraph(this);
    }
    return graph;
  }
}
