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
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicSource;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.GitHubBacklog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers a programme's file, notes and topics. */
public final class Collector {

  private static final Problem NONE_YET =
      Problem.warning(
          "topic",
          SourceLocation.file(ProgrammeReader.FILE),
          "no topics have been fetched from GitHub yet, so none are shown",
          "Run 'fortnight sync'.");

  private final Path programmeFolder;
  private Path notesFolder;
  private Optional<Path> topicsFile = Optional.empty();
  private Optional<Database> store = Optional.empty();
  private Register register = Register.EMPTY;
  private boolean needsTopics = true;
  private CollectorMemory memory = CollectorMemory.none();
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
    TopicSource.Topics topics = topics(read.programme());
    problems.addAll(topics.problems());
    PersonalDataPolicy policy = memory.policy(register).with(waivers(folder, problems));
    return new Collected(
        read.programme(),
        notes.notes(),
        topics.topics(),
        topics.removed(),
        folder,
        policy,
        problems);
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

  private TopicSource.Topics topics(Programme programme) {
    Programme.Backlog backlog = programme.backlog();
    Optional<String> label =
        backlog instanceof Programme.Backlog.GitHub gitHub ? gitHub.label() : Optional.empty();
    if (topicsFile.isPresent()) {
      return read(Path.of(""), topicsFile.get(), label);
    }
    if (backlog instanceof Programme.Backlog.File file) {
      return read(programmeFolder, Path.of("research").resolve(file.file()), label);
    }
    return backlog instanceof Programme.Backlog.GitHub github
        ? synced(programme, github)
        : new TopicSource.Topics(List.of(), List.of(), List.of());
  }

  private TopicSource.Topics synced(Programme programme, Programme.Backlog.GitHub backlog) {
    List<Topic> topics =
        store.map(db -> TopicStore.in(db).topics(programme.id())).orElse(List.of());
    List<RemovedTopic> removed =
        store.map(db -> GitHubBacklog.in(db, programme.id()).removed(backlog)).orElse(List.of());
    return new TopicSource.Topics(
        topics, removed, topics.isEmpty() && removed.isEmpty() ? List.of(NONE_YET) : List.of());
  }

  private TopicSource.Topics read(Path folder, Path export, Optional<String> label) {
    try {
      return new FileTopicSource(folder, export, label).topics();
    } catch (ProblemException e) {
      if (needsTopics || !Files.isReadable(folder.resolve(export))) {
        throw e;
      }
      Problem none =
          Problem.error(
              "topic",
              SourceLocation.file(export.toString().replace('\\', '/')),
              "no topic can be read, so none is shown: " + e.getMessage(),
              e.remedy());
      return new TopicSource.Topics(List.of(), List.of(), List.of(none));
    }
  }
}
