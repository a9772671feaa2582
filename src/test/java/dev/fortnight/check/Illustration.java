package dev.fortnight.check;

import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.note.NoteReader;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import dev.fortnight.privacy.Waivers;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicAuthor;
import dev.fortnight.topic.TopicState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small programme in memory, all of it illustrative, for tests of what may be published. */
public final class Illustration {

  private final Map<String, Note> notes = new TreeMap<>();
  private final Map<String, byte[]> media = new TreeMap<>();
  private final List<Topic> topics = new ArrayList<>();
  private PersonalDataPolicy policy = PersonalDataPolicy.of(Register.EMPTY);
  private Waivers waivers = new Waivers(List.of());
  private NoteConfiguration configuration = NoteConfiguration.NONE;
  private String yaml =
      """
      title: Parking permits
      summary: Why do permits take so long?
      cycle: {first: 2026-11-02}
      site: {url: "https://example.org/permits/", contact: team@example.org}
      """;
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");

  public Illustration programme(String text) {
    yaml = text;
    return this;
  }

  /** Takes it for the notes that come after it. */
  public Illustration configuration(NoteConfiguration read) {
    configuration = read;
    return this;
  }

  public Illustration note(String path, String text) {
    NoteReader.Result result =
        new NoteReader().read(path, text.getBytes(StandardCharsets.UTF_8), configuration.of(path));
    if (result instanceof NoteReader.Result.Read read) {
      notes.put(path, read.note());
      return this;
    }
    throw new AssertionError(((NoteReader.Result.Refused) result).problem().toString());
  }

  public Illustration media(String path, byte[] bytes) {
    media.put(path, bytes);
    return this;
  }

  public Illustration topic(int number, String title, String body) {
    return topic(number, title, body, TopicAuthor.TEAM);
  }

  public Illustration topic(int number, String title, String body, TopicAuthor author) {
    topics.add(
        new Topic(
            Integer.toString(number),
            "owner/name",
            number,
            title,
            body,
            TopicState.OPEN,
            Optional.empty(),
            List.of("research"),
            Optional.empty(),
            Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-11-01T00:00:00Z"),
            Optional.empty(),
            Optional.of(author)));
    return this;
  }

  public Illustration now(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Illustration register(Register people) {
    policy = PersonalDataPolicy.of(people);
    return this;
  }

  Illustration waivers(Waivers some) {
    waivers = some;
    return this;
  }

  public Snapshot snapshot() {
    MediaSource source =
        new MediaSource() {
          @Override
          public Optional<byte[]> bytes(String path) {
            return Optional.ofNullable(media.get(path));
          }

          @Override
          public List<String> data() {
            return media.keySet().stream().filter(path -> path.startsWith("data/")).toList();
          }
        };
    List<Note> all = new ArrayList<>(notes.values());
    return Snapshot.of(readProgramme(), all, topics, source, policy.with(waivers), now);
  }

  public Checker.Result check() {
    return Checker.check(snapshot());
  }

  public CheckedResearch research() {
    return check().research();
  }

  String problems() {
    return check().problems().stream().map(Illustration::line).collect(Collectors.joining("\n"));
  }

  /** The problems that one check has. */
  String warnings(String check) {
    return check().problems().stream()
        .filter(problem -> problem.check().equals(check) && !problem.isError())
        .map(Illustration::line)
        .collect(Collectors.joining("\n"));
  }

  /**
   * A problem with its line alone, so that examples can be read; columns have tests of their own.
   */
  public static String line(Problem problem) {
    String whole = problem.toString();
    return problem
        .location()
        .columns()
        .map(part -> whole.replaceFirst(":" + part.first() + ": ", ": "))
        .orElse(whole);
  }

  private Programme readProgramme() {
    try {
      Path folder = Files.createTempDirectory("fortnight-illustration");
      Files.createDirectory(folder.resolve("research"));
      Path file = Files.writeString(folder.resolve(ProgrammeReader.FILE), yaml);
      Programme programme = ProgrammeReader.read(folder).programme();
      Files.delete(file);
      Files.delete(folder.resolve("research"));
      Files.delete(folder);
      return programme;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
