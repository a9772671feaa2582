package dev.fortnight.cycle;

import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.note.Notes;
import dev.fortnight.note.Progress;
import dev.fortnight.note.SourceFolder;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import dev.fortnight.privacy.Waivers;
import dev.fortnight.privacy.WaiversReader;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.store.Database;
import dev.fortnight.topic.FileTopicSource;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicSource;
import dev.fortnight.topic.TopicStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers a programme's file, notes and topics. */
public final class Collector {

  private final Path programmeFolder;
  private Path notesFolder;
  private Optional<Path> topicsFile = Optional.empty();
  private Optional<Database> store = Optional.empty();
  private Register register = Register.EMPTY;
  private boolean needsTopics = true;
  private CollectorMemory memory = new CollectorMemory();
  private Progress progress = Progress.SILENT;

  /**
   * @param programmeFolder holds {@code research/programme.yml}
   */
  public Collector(Path programmeFolder) {
    this.programmeFolder = programmeFolder;
    this.notesFolder = programmeFolder;
  }

  /** Takes the notes from elsewhere than the programme's folder. */
  public Collector notesFrom(Path folder) {
    this.notesFolder = folder;
    return this;
  }

  /** Takes topics from an export, whatever the programme says. */
  public Collector topicsFrom(Path export) {
    this.topicsFile = Optional.of(export);
    return this;
  }

  /**
   * Goes on without topics where their export is none, and says so: one bad file does not keep the
   * notes from being built. What decides on editions stops instead, or they would lose their
   * topics.
   */
  public Collector evenWithoutTopics() {
    this.needsTopics = false;
    return this;
  }

  /** Where synced topics are. */
  public Collector store(Database database) {
    this.store = Optional.of(database);
    return this;
  }

  public Collector register(Register participants) {
    this.register = participants;
    return this;
  }

  /** Goes on from what was collected before. */
  public Collector remembering(CollectorMemory earlier) {
    this.memory = earlier;
    return this;
  }

  /** Tells how many notes it has read. */
  public Collector telling(Progress progress) {
    this.progress = progress;
    return this;
  }

  /**
   * @throws dev.fortnight.problem.ProblemException if something cannot be read at all
   */
  public Collected collect() {
    ProgrammeReader.Result read = ProgrammeReader.read(programmeFolder);
    List<Problem> problems = new ArrayList<>(read.problems());
    SourceFolder folder = new SourceFolder(notesFolder);
    Notes notes = folder.notes(memory.notes(), progress);
    problems.addAll(notes.problems());
    if (!notesFolder.equals(programmeFolder)) {
      problems.addAll(unread(NoteConfiguration.in(programmeFolder)));
    }
    List<Topic> topics = topics(read.programme(), problems);
    PersonalDataPolicy policy = memory.policy(register).with(waivers(folder, problems));
    return new Collected(read.programme(), notes.notes(), topics, folder, policy, problems);
  }

  private static Waivers waivers(SourceFolder folder, List<Problem> problems) {
    Optional<WaiversReader.Result> read =
        folder.bytes(WaiversReader.FILE.substring("research/".length())).map(WaiversReader::read);
    read.ifPresent(result -> problems.addAll(result.problems()));
    return read.map(WaiversReader.Result::waivers).orElse(new Waivers(List.of()));
  }

  /** Notes of a repository are configured there, so that both change together. */
  private static List<Problem> unread(NoteConfiguration configuration) {
    return configuration.concernsNotes()
        ? List.of(
            Problem.warning(
                "configuration",
                SourceLocation.file(NoteConfiguration.FILE),
                "the notes come from a repository, so what this file says of them has no effect",
                "Write it into " + NoteConfiguration.FILE + " of that repository."))
        : List.of();
  }

  private List<Topic> topics(Programme programme, List<Problem> problems) {
    Programme.Backlog backlog = programme.backlog();
    Optional<String> label =
        backlog instanceof Programme.Backlog.GitHub gitHub ? gitHub.label() : Optional.empty();
    if (topicsFile.isPresent()) {
      return read(Path.of(""), topicsFile.get(), label, problems);
    }
    if (backlog instanceof Programme.Backlog.File file) {
      Path export = Path.of("research").resolve(file.file());
      return read(programmeFolder, export, label, problems);
    }
    if (backlog instanceof Programme.Backlog.GitHub) {
      List<Topic> topics =
          store.map(db -> TopicStore.in(db).topics(programme.id())).orElse(List.of());
      if (topics.isEmpty()) {
        problems.add(
            Problem.warning(
                "topic",
                SourceLocation.file(ProgrammeReader.FILE),
                "no topics have been fetched from GitHub yet, so none are shown",
                "Run 'fortnight sync'."));
      }
      return topics;
    }
    return List.of();
  }

  private List<Topic> read(
      Path folder, Path export, Optional<String> label, List<Problem> problems) {
    try {
      TopicSource.Topics topics = new FileTopicSource(folder, export, label).topics();
      problems.addAll(topics.problems());
      return topics.topics();
    } catch (ProblemException e) {
      if (needsTopics || !Files.isReadable(folder.resolve(export))) {
        throw e;
      }
      problems.add(
          Problem.error(
              "topic",
              SourceLocation.file(export.toString().replace('\\', '/')),
              "no topic can be read, so none is shown: " + e.getMessage(),
              e.remedy()));
      return List.of();
    }
  }
}
