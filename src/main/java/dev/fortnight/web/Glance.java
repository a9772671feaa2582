package dev.fortnight.web;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.Newest;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Tree;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the pages for researchers are made of, all of it as it was at one moment. */
final class Glance {

  private static final String WORKING = "/site/working/";

  private final Newest newest;
  private final Standing standing;
  private final List<PublishedTree> published;
  private final Instant now;
  private final ResearchGraph graph;
  private final PersonalNames names;
  private final Dates dates;
  private final Set<String> admitted;
  private final Map<String, CheckedTopic> topics;

  /**
   * @param now by the programme's clock
   */
  Glance(
      Newest newest,
      ResearchGraph graph,
      Standing standing,
      List<PublishedTree> published,
      Instant now) {
    this.newest = newest;
    this.standing = standing;
    this.published = published;
    this.now = now;
    this.graph = graph;
    this.names = new PersonalNames(standing.problems());
    this.dates = new Dates(standing.programme());
    this.admitted =
        newest.research().admitted().stream().map(Note::path).collect(Collectors.toSet());
    this.topics =
        newest.research().topics().stream()
            .collect(Collectors.toMap(topic -> topic.content().slug(), Function.identity()));
  }

  Newest newest() {
    return newest;
  }

  Standing standing() {
    return standing;
  }

  Programme programme() {
    return standing.programme();
  }

  List<PublishedTree> published() {
    return published;
  }

  Instant now() {
    return now;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, programme().cycle().zone());
  }

  ResearchGraph graph() {
    return graph;
  }

  PersonalNames names() {
    return names;
  }

  Dates dates() {
    return dates;
  }

  /** All notes as they stand, of which something may be published or not. */
  List<Note> notes() {
    return newest.snapshot().notes();
  }

  List<Note> notes(NoteKind kind) {
    return notes().stream().filter(note -> note.kind() == kind).toList();
  }

  /** Whether the checks let something of a note pass. */
  boolean isAdmitted(Note note) {
    return admitted.contains(note.path());
  }

  /** What a note is called: its title where the checks let it pass, else its file. */
  String title(Note note) {
    return isAdmitted(note) ? note.title() : names.shown(note.file());
  }

  boolean isAdmitted(Topic topic) {
    return topics.containsKey(topic.slug());
  }

  /** What a topic is called: without its title where the checks have something against that. */
  String title(Topic topic) {
    return isAdmitted(topic) ? topic.title() : Words.say("topic.untitled", topic.number());
  }

  /** Where a note is to be seen on the working site; empty where it is not. */
  String link(Note note) {
    return isShownBeforeReview(note.kind().folder())
        ? newest.research().note(note.path()).map(Glance::address).orElse("")
        : "";
  }

  private static String address(CheckedNote note) {
    return WORKING + note.address();
  }

  /** Where a topic is to be seen: on the working site, else at GitHub; empty where nowhere. */
  String link(Topic topic) {
    CheckedTopic checked = topics.get(topic.slug());
    if (checked != null && isShownBeforeReview("topics")) {
      return WORKING + checked.address();
    }
    return source(topic);
  }

  /** Where the issue stands; empty where that is no address that a browser may be sent to. */
  static String source(Topic topic) {
    return topic
        .url()
        .filter(url -> "https".equals(url.getScheme()))
        .map(Object::toString)
        .orElse("");
  }

  private boolean isShownBeforeReview(String kind) {
    return programme().publication().shownBeforeReview().contains(kind);
  }

  /** The editions so far, the oldest first. */
  List<Tree.Past> past() {
    return standing.edition().map(Tree.Edition::past).orElse(List.of());
  }

  Optional<Tree.Past> lastEdition() {
    List<Tree.Past> past = past();
    return past.isEmpty() ? Optional.empty() : Optional.of(past.get(past.size() - 1));
  }
}
