package dev.fortnight.check;

import dev.fortnight.note.Captions;
import dev.fortnight.note.DataSet;
import dev.fortnight.note.DataSetReader;
import dev.fortnight.note.Evidence;
import dev.fortnight.note.Markdown;
import dev.fortnight.note.MarkdownTexts;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.Prose;
import dev.fortnight.privacy.Picture;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.Programme;
import dev.fortnight.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs all checks and lets through what may be published. */
public final class Checker {

  /**
   * What may be published, and what there is to say, by place.
   *
   * @param doubts what a reviewer has answered, and what one has to answer
   */
  public record Result(CheckedResearch research, List<Problem> problems, List<Doubt> doubts) {}

  /** Checks a snapshot. */
  public static Result check(Snapshot snapshot) {
    return check(snapshot, CheckMemory.none());
  }

  /** Checks a snapshot after others, and searches only what is new. */
  public static Result check(Snapshot snapshot, CheckMemory memory) {
    memory.begin(snapshot.search());
    return new Checker(snapshot, memory).run();
  }

  private final Snapshot snapshot;
  private final LastCheck earlier;
  private final ResearchIndex index;
  private final PersonalDataCheck personalData;
  private final CheckMemory memory;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Note> admitted = new ArrayList<>();
  private final List<CheckedNote> showingFiles = new ArrayList<>();

  private Checker(Snapshot snapshot, CheckMemory memory) {
    this.snapshot = snapshot;
    this.memory = memory;
    this.earlier = memory.lastCheck();
    this.index = ResearchIndex.of(snapshot, earlier.index());
    this.personalData = new PersonalDataCheck(snapshot);
  }

  private Result run() {
    Map<String, CheckedNote> notes = new LinkedHashMap<>(2 * snapshot.notes().size());
    Map<String, CheckedEvidence> evidence = new LinkedHashMap<>();
    List<LookedAt> looked = new NoteChecks(index, personalData, earlier).run();
    for (LookedAt one : looked) {
      List<Problem> found = found(one);
      problems.addAll(found);
      if (found.stream().noneMatch(Problem::holdsBack)) {
        admit(one, notes, evidence);
      }
    }
    memory.keep(new LastCheck(Optional.of(index), looked, notes));
    List<CheckedData> data = data();
    CheckedResearch research =
        new CheckedResearch(
            index,
            Collections.unmodifiableList(admitted),
            notes.values().stream().toList(),
            Collections.unmodifiableMap(notes),
            Collections.unmodifiableMap(evidence),
            topics(),
            index.links(),
            files(),
            data,
            withheld(notes.values(), evidence),
            personalData.passed(),
            memory);
    searchTheRest();
    problems.addAll(new WaiverCheck(snapshot, personalData.usedWaivers()).problems());
    problems.addAll(new ConclusionCheck(research, index).problems());
    return new Result(research, inOrder(problems), personalData.doubts());
  }

  /** By place, each once. To compare neighbours takes a fraction of gathering all in a set. */
  private static List<Problem> inOrder(List<Problem> found) {
    List<Problem> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    List<Problem> distinct = new ArrayList<>(sorted.size());
    Problem last = null;
    for (Problem problem : sorted) {
      if (last == null || problem.compareTo(last) != 0 || !problem.equals(last)) {
        distinct.add(problem);
      }
      last = problem;
    }
    return Collections.unmodifiableList(distinct);
  }

  private List<Problem> found(LookedAt one) {
    List<Problem> personal = personalData.problems(one.note(), one.alone().finds());
    if (personal.isEmpty() && one.alone().problems().isEmpty()) {
      return one.amongOthers();
    }
    List<Problem> found = new ArrayList<>(personal);
    found.addAll(one.alone().problems());
    found.addAll(one.amongOthers());
    return found;
  }

  private void admit(
      LookedAt one, Map<String, CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    Note note = one.note();
    Publication publication = one.publication();
    if (publication != Publication.NOTHING) {
      admitted.add(note);
    }
    if (publication == Publication.PAGE) {
      CheckedNote page = page(note);
      notes.put(note.path(), page);
      if (!one.isSettled()) {
        showingFiles.add(page);
      }
    }
    if (publication != Publication.NOTHING && note.kind() == NoteKind.INTERVIEW) {
      for (Evidence mark : note.evidence()) {
        evidence.putIfAbsent(mark.reference(), new CheckedEvidence(mark, note));
      }
    }
  }

  /** The one before, if it is the same: it knows already what of its note others ask for. */
  private CheckedNote page(Note note) {
    CheckedNote before = earlier.pages().get(note.path());
    if (before != null && before.content() == note && index.isContinued()) {
      return before; // where pages stand and stood is as it was
    }
    String address = index.address(note).orElseThrow();
    List<String> former = index.formerAddresses().of(note);
    return before != null && before.isOf(note, address, former)
        ? before
        : new CheckedNote(note, address, former);
  }

  private List<CheckedTopic> topics() {
    List<CheckedTopic> topics = new ArrayList<>();
    for (Topic topic : snapshot.topics()) {
      if (!snapshot.scope().isTopicShown().test(topic)) {
        continue;
      }
      try {
        Prose body = MarkdownTexts.render(topic.body());
        List<Problem> found = new ArrayList<>(personalData.problems(topic, body));
        found.addAll(new TopicAuthorCheck(snapshot).problems(topic));
        problems.addAll(found);
        if (found.stream().noneMatch(Problem::holdsBack)) {
          topics.add(new CheckedTopic(topic, body));
        }
      } catch (Markdown.TooComplexException e) {
        problems.add(
            Problem.error(
                "topic",
                SourceLocation.file("topic " + topic.slug()),
                "its text is nested or repeated beyond what can be read safely, so it has no page",
                "Edit the issue."));
      }
    }
    return List.copyOf(topics);
  }

  private Map<String, CheckedFile> files() {
    Map<String, CheckedFile> files = new TreeMap<>();
    CaptionFiles captions = new CaptionFiles(index, personalData);
    for (CheckedNote note : showingFiles) {
      for (String path : index.links().media(note.content())) {
        Optional<CheckedFile> file =
            Captions.isNamed(path) ? captions.of(note.content(), path) : file(path);
        file.ifPresent(found -> files.put(path, found));
      }
    }
    problems.addAll(captions.problems());
    snapshot.programme().site().logo().ifPresent(path -> logo(path, files));
    return Collections.unmodifiableMap(files);
  }

  private void logo(String path, Map<String, CheckedFile> files) {
    SourceLocation where = SourceLocation.file("research/programme.yml");
    file(path).ifPresent(file -> files.put(path, file));
    index
        .picture(path)
        .ifPresentOrElse(
            picture -> problems.addAll(PictureProblems.of("logo", where, path, picture)),
            () ->
                problems.add(
                    Problem.warning(
                        "logo",
                        where,
                        "there is no research/" + path + ", so no logo is shown",
                        "Put the logo there, or name another file.")));
  }

  private boolean holdsNobody(String path, String words) {
    List<Problem> found = personalData.problems(path, words, "this picture");
    problems.addAll(found);
    return found.isEmpty();
  }

  /** What all pages say of the programme, and files that are offered as they are. */
  private void searchTheRest() {
    Programme programme = snapshot.programme();
    List<String> texts = new ArrayList<>(List.of(programme.title(), programme.summary()));
    programme.cycle().changes().forEach(change -> texts.add(change.why()));
    programme.cycle().join().ifPresent(address -> texts.add(address.toString()));
    String said = String.join("\n\n", texts);
    problems.addAll(personalData.problems("programme.yml", said, "the site"));
  }

  /** What can be read and points to nobody; a doubt keeps a file back until a waiver settles it. */
  private List<CheckedData> data() {
    Set<String> clean = new TreeSet<>();
    for (String path : snapshot.media().data()) {
      List<Problem> found = new ArrayList<>(personalData.inName(path, "this file"));
      snapshot
          .media()
          .bytes(path)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .map(text -> personalData.inData(path, text))
          .ifPresent(found::addAll);
      problems.addAll(found);
      if (found.isEmpty()) {
        clean.add(path);
      }
    }
    undescribed().forEach(problems::add);
    return clean.stream()
        .filter(path -> path.endsWith(".csv") && clean.contains(DataSet.descriptionOf(path)))
        .map(this::data)
        .flatMap(Optional::stream)
        .toList();
  }

  private Stream<Problem> undescribed() {
    List<String> all = snapshot.media().data();
    return all.stream()
        .filter(path -> path.endsWith(".csv") && !all.contains(DataSet.descriptionOf(path)))
        .map(
            path ->
                Problem.warning(
                    "data",
                    SourceLocation.file("research/" + path),
                    "this table has no description, so it has no page",
                    "Put a file of the same name that ends in .yml beside it, with a title and description."));
  }

  private Optional<CheckedData> data(String path) {
    Optional<byte[]> csv = snapshot.media().bytes(path);
    Optional<byte[]> description = snapshot.media().bytes(DataSet.descriptionOf(path));
    if (csv.isEmpty() || description.isEmpty()) {
      return Optional.empty();
    }
    DataSetReader.Result result = new DataSetReader().read(path, csv.get(), description.get());
    if (result instanceof DataSetReader.Result.Read read) {
      return Optional.of(new CheckedData(read.data()));
    }
    problems.add(((DataSetReader.Result.Refused) result).problem());
    return Optional.empty();
  }

  /** What is published, reviewed and stored of a file is what was left after cleaning. */
  private Optional<CheckedFile> file(String path) {
    return index
        .picture(path)
        .filter(Picture.Clean.class::isInstance)
        .map(Picture.Clean.class::cast)
        .filter(clean -> holdsNobody(path, clean.words()))
        .map(clean -> new CheckedFile(path, clean));
  }

  /** A reference to what never was is a slip, which readers need not hear of. */
  private boolean exists(String reference) {
    return index.evidenceReferences().contains(reference) || snapshot.isElsewhere().test(reference);
  }

  private List<CheckedResearch.Withheld> withheld(
      Collection<CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    List<CheckedResearch.Withheld> withheld = new ArrayList<>();
    for (CheckedNote note : notes) {
      if (note.content().kind() == NoteKind.FINDING) {
        for (String reference : note.cited()) {
          if (!evidence.containsKey(reference) && exists(reference)) {
            withheld.add(new CheckedResearch.Withheld(note.content().path(), reference));
          }
        }
      }
    }
    return List.copyOf(withheld);
  }
}
