package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.RemovedTopics;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.note.NoteReader;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.site.Theme;
import dev.fortnight.topic.Removal;
import dev.fortnight.topic.RemovedTopic;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.util.FileUtils;

/** An illustrative programme's source, changed step by step as its researchers would. */
public final class Source {

  public static final Instant REVIEW = Instant.parse("2026-11-13T14:30:00Z");

  public static final String INTERVIEW = "interviews/2026-11-10-architect.md";
  public static final String FINDING = "findings/risk.md";
  public static final String ASSUMPTION = "assumptions/reuse-risk.md";

  private static final Theme THEME = Theme.bundled();

  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedMap<String, String> data = new TreeMap<>();
  private final Map<String, Topic> topics = new TreeMap<>();
  private final List<RemovedTopic> removed = new ArrayList<>();
  private NoteConfiguration configuration = NoteConfiguration.NONE;
  private String openCall = "WED 16:00";
  private String undo = "PT0S";
  private PersonalDataPolicy policy = PersonalDataPolicy.EMPTY;
  private Theme theme = THEME;

  /** One interview, one finding that quotes it, one assumption. */
  public static Source small() {
    return new Source()
        .with(INTERVIEW, interview("consent: public"))
        .with(FINDING, finding("Risk is about assurance"))
        .with(ASSUMPTION, "---\ntitle: Reuse feels risky\n---\nWe assume so.\n");
  }

  public static String interview(String frontMatter) {
    return """
        ---
        title: An architect's view
        participants: [P07]
        method: interview
        %s
        ---
        We talked.

        > I would not sign for it.
        {: #q1 .evidence supports="reuse-risk"}
        """
        .formatted(frontMatter);
  }

  public static String finding(String title) {
    return """
        ---
        title: %s
        date: 2026-11-12
        evidence: [interviews/2026-11-10-architect#q1]
        supports: [reuse-risk]
        ---
        The argument.
        """
        .formatted(title);
  }

  public Source with(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** A table with a description; without rows it is gone. */
  public Source data(String name, String rows) {
    String path = "data/" + name;
    if (rows.isEmpty()) {
      data.keySet().removeIf(file -> file.startsWith(path + "."));
      return this;
    }
    data.put(path + ".csv", "Skill,Teams\n" + rows);
    data.put(path + ".yml", "title: Table " + name + "\ndescription: What teams do.\n");
    return this;
  }

  /** How long a sign-off can be taken back. */
  public Source undo(String duration) {
    undo = duration;
    return this;
  }

  /** A file beside the notes, under {@code media/}. */
  public Source media(String name, String text) {
    data.put("media/" + name, text);
    return this;
  }

  /** What {@code site/_config.yml} holds. */
  public Source configured(String yaml) {
    configuration = NoteConfiguration.of(yaml.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The bundled theme with something more on each page. */
  public Source onEachPage(String html) {
    NavigableMap<String, byte[]> files = new TreeMap<>(THEME.files());
    String layout = new String(files.get("_layouts/default.html"), StandardCharsets.UTF_8);
    String more = layout.replace("</body>", html + "</body>");
    files.put("_layouts/default.html", more.getBytes(StandardCharsets.UTF_8));
    theme = new Theme(files);
    return this;
  }

  /** Moves the open call, which the home page announces. */
  public Source openCall(String meeting) {
    openCall = meeting;
    return this;
  }

  /** Enters an illustrative participant into an otherwise empty register. */
  public Source registered(String realName) {
    try {
      Path file = Files.createTempFile("register", ".yml");
      Files.writeString(file, "participants: [{id: P1, real_name: " + realName + "}]\n");
      policy = PersonalDataPolicy.of(Register.read(file, Map.of()));
      Files.delete(file);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Source without(String path) {
    files.remove(path);
    return this;
  }

  public Source topic(int number, String title) {
    return topic(number, title, TopicAuthor.TEAM);
  }

  public Source topic(int number, String title, TopicAuthor author) {
    topics.put(
        String.valueOf(number),
        new Topic(
            String.valueOf(number),
            "example/research",
            number,
            title,
            "What we want to know.",
            TopicState.OPEN,
            Optional.empty(),
            List.of("research"),
            Optional.empty(),
            REVIEW,
            REVIEW.plusSeconds(60),
            Optional.empty(),
            Optional.of(author)));
    return this;
  }

  public Source withoutTopic(int number) {
    topics.remove(String.valueOf(number));
    return this;
  }

  /** It is gone since the review. */
  public Source removedTopic(int number, Removal reason) {
    return removedTopic(new RemovedTopic("" + number, reason, REVIEW, Optional.empty()));
  }

  public Source removedTopic(RemovedTopic topic) {
    topics.remove(topic.slug());
    removed.add(topic);
    return this;
  }

  public Newest at(Instant now) {
    NoteReader reader = new NoteReader();
    List<Note> notes = new ArrayList<>();
    Set<String> unreadable = new HashSet<>();
    files.forEach(
        (path, text) -> {
          NoteReader.Result result =
              reader.read(path, text.getBytes(StandardCharsets.UTF_8), configuration.of(path));
          if (result instanceof NoteReader.Result.Read read) {
            notes.add(read.note());
          } else {
            unreadable.add(path);
          }
        });
    Snapshot snapshot =
        Snapshot.of(
            programme(openCall, undo),
            notes,
            List.copyOf(topics.values()),
            new MediaSource() {
              @Override
              public Optional<byte[]> bytes(String path) {
                return Optional.ofNullable(data.get(path))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
              }

              @Override
              public List<String> data() {
                return data.keySet().stream().filter(path -> path.startsWith("data/")).toList();
              }
            },
            policy,
            now);
    return Newest.of(
        snapshot.removed(RemovedTopics.of(removed)), unreadable, theme, CheckMemory.none());
  }

  public Newest now() {
    return at(REVIEW);
  }

  /** Everything as it stands, approved. */
  public Approved approved() {
    Newest newest = now();
    Map<String, byte[]> blobs = new HashMap<>(newest.blobs());
    Map<String, Set<String>> seen = new HashMap<>();
    newest.items().keySet().forEach(key -> seen.put(key, newest.problems().marks(key)));
    return new Approved(newest.items(), seen, hash -> Optional.ofNullable(blobs.get(hash)));
  }

  public static Programme programme() {
    return programme("WED 16:00", "PT0S");
  }

  private static Programme programme(String openCall, String undo) {
    try {
      Path folder = Files.createTempDirectory("programme");
      Path file = folder.resolve(ProgrammeReader.FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          title: Illustrative research
          summary: What stops councils from sharing?
          cycle: {first: 2026-11-02, length: P14D, zone: Europe/London, review: "FRI 14:00", open-call: "%s"}
          site: {url: "https://example.org/research/"}
          review: {undo: %s}
          """
              .formatted(openCall, undo));
      Programme programme = ProgrammeReader.read(folder).programme();
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
      return programme;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
