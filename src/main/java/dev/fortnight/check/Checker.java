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
import dev.fortnight.privacy.PersonalDataSearch;
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

  private static final List<NoteCheck> OF_A_NOTE =
      List.of(
          new ConsentCheck(),
          new KeyCheck(),
          new DateCheck(),
          new TopicNumberCheck(),
          new EvidenceMarkCheck(),
          new ConfidenceCheck(),
          new OmissionCheck(),
          new LiquidCheck(),
          new ImageTextCheck(),
          new HeadingLevelCheck(),
          new LinkWordsCheck(),
          new OpenCallCheck());

  private static final List<Check> AMONG_OTHERS =
      List.of(
          new PublicRepositoryCheck(),
          new AddressCheck(),
          new RedirectCheck(),
          new SlugCheck(),
          new ReferenceCheck(),
          new SupersessionCheck(),
          new RecordingCheck(),
          new RegisteredConsentCheck());

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
  private final PersonalDataSearch search;
  private final ResearchIndex index;
  private final PersonalDataCheck personalData;
  private final SettledLinks settled;
  private final List<Check> amongOthers;
  private final CheckMemory memory;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Note> admitted = new ArrayList<>();

  private Checker(Snapshot snapshot, CheckMemory memory) {
    this.snapshot = snapshot;
    this.search = snapshot.search();
    this.memory = memory;
    this.index = new ResearchIndex(snapshot);
    this.personalData = new PersonalDataCheck(snapshot);
    this.settled = new SettledLinks(index, memory.settledLinks());
    this.amongOthers = new ArrayList<>(AMONG_OTHERS);
    amongOthers.add(new LinkCheck(settled));
  }

  private Result run() {
    Map<String, CheckedNote> notes = new LinkedHashMap<>();
    Map<String, CheckedEvidence> evidence = new LinkedHashMap<>();
    List<Note> all = snapshot.notes();
    List<Looked> looked = all.parallelStream().map(this::looked).toList();
    for (int i = 0; i < looked.size(); i++) {
      Note note = all.get(i);
      List<Problem> found =
          new ArrayList<>(personalData.problems(note, looked.get(i).alone().finds()));
      found.addAll(looked.get(i).alone().problems());
      found.addAll(looked.get(i).amongOthers());
      problems.addAll(found);
      if (found.stream().noneMatch(Problem::holdsBack)) {
        admit(note, notes, evidence);
      }
    }
    memory.keep(settled);
    List<CheckedData> data = data();
    CheckedResearch research =
        new CheckedResearch(
            index,
            List.copyOf(admitted),
            List.copyOf(notes.values()),
            Map.copyOf(notes),
            Collections.unmodifiableMap(evidence),
            topics(),
            index.links(),
            files(notes.values()),
            data,
            withheld(notes.values(), evidence),
            personalData.passed(),
            memory);
    searchTheRest();
    problems.addAll(new WaiverCheck(snapshot, personalData.usedWaivers()).problems());
    problems.addAll(new ConclusionCheck(research, index).problems());
    return new Result(
        research, problems.stream().distinct().sorted().toList(), personalData.doubts());
  }

  /**
   * What was seen in a note.
   *
   * @param alone that has nothing to do with other notes
   */
  private record Looked(CheckMemory.Seen alone, List<Problem> amongOthers) {}

  private Looked looked(Note note) {
    CheckMemory.Seen alone = memory.of(search, note, index.publication(note), this::alone);
    return new Looked(
        alone,
        amongOthers.stream().flatMap(check -> check.problems(note, index).stream()).toList());
  }

  private CheckMemory.Seen alone(Note note) {
    Publication publication = index.publication(note);
    return new CheckMemory.Seen(
        personalData.searched(note),
        OF_A_NOTE.stream().flatMap(check -> check.problems(note, publication).stream()).toList());
  }

  private void admit(
      Note note, Map<String, CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    Publication publication = index.publication(note);
    if (publication != Publication.NOTHING) {
      admitted.add(note);
    }
    if (publication == Publication.PAGE) {
      notes.put(
          note.path(),
          new CheckedNote(
              note, index.address(note).orElseThrow(), index.formerAddresses().of(note)));
    }
    if (publication != Publication.NOTHING && note.kind() == NoteKind.INTERVIEW) {
      for (Evidence mark : note.evidence()) {
        evidence.putIfAbsent(mark.reference(), new CheckedEvidence(mark, note));
      }
    }
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

  private Map<String, CheckedFile> files(Collection<CheckedNote> notes) {
    Map<String, CheckedFile> files = new TreeMap<>();
    CaptionFiles captions = new CaptionFiles(index, personalData);
    for (CheckedNote note : notes) {
      for (String path : media(note.content())) {
        Optional<CheckedFile> file =
            Captions.isNamed(path) ? captions.of(note.content(), path) : file(path);
        file.ifPresent(found -> files.put(path, found));
      }
    }
    problems.addAll(captions.problems());
    snapshot.programme().site().logo().ifPresent(path -> logo(path, files));
    return Collections.unmodifiableMap(files);
  }

  private Set<String> media(Note note) {
    boolean hasNone = settled.has(note) && Recorded.address(note).isEmpty();
    return hasNone ? Set.of() : index.links().media(note);
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
    return index.evidence(reference).isPresent() || snapshot.isElsewhere().test(reference);
  }

  private List<CheckedResearch.Withheld> withheld(
      Collection<CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    List<CheckedResearch.Withheld> withheld = new ArrayList<>();
    for (CheckedNote note : notes) {
      if (note.content().kind() == NoteKind.FINDING) {
        for (String reference : note.content().frontMatter().texts("evidence")) {
          if (!evidence.containsKey(reference) && exists(reference)) {
            withheld.add(new CheckedResearch.Withheld(note.content().path(), reference));
          }
        }
      }
    }
    return List.copyOf(withheld);
  }
}
