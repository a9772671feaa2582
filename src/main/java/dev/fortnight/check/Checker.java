package dev.fortnight.check;

import dev.fortnight.note.Evidence;
import dev.fortnight.note.Link;
import dev.fortnight.note.MarkdownTexts;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.Topic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs all checks and lets through what may be published. */
public final class Checker {

  private static final List<Check> CHECKS =
      List.of(
          new ConsentCheck(),
          new AddressCheck(),
          new ReferenceCheck(),
          new LinkCheck(),
          new LiquidCheck());

  /** What may be published, and what there is to say, by place. */
  public record Result(CheckedResearch research, List<Problem> problems) {}

  /** Checks a snapshot. */
  public static Result check(Snapshot snapshot) {
    return new Checker(snapshot).run();
  }

  private final Snapshot snapshot;
  private final ResearchIndex index;
  private final List<Problem> problems = new ArrayList<>();

  private Checker(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.index = new ResearchIndex(snapshot);
  }

  private Result run() {
    Map<String, CheckedNote> notes = new LinkedHashMap<>();
    Map<String, CheckedEvidence> evidence = new LinkedHashMap<>();
    for (Note note : snapshot.notes()) {
      List<Problem> found =
          CHECKS.stream().flatMap(check -> check.problems(note, index).stream()).toList();
      problems.addAll(found);
      if (found.stream().noneMatch(Problem::isError)) {
        admit(note, notes, evidence);
      }
    }
    CheckedResearch research =
        new CheckedResearch(
            index,
            List.copyOf(notes.values()),
            Map.copyOf(notes),
            evidence,
            topics(),
            files(notes.values()),
            withheld(notes.values(), evidence));
    return new Result(research, problems.stream().sorted().toList());
  }

  private void admit(
      Note note, Map<String, CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    Publication publication = index.publication(note);
    if (publication == Publication.PAGE) {
      notes.put(note.path(), new CheckedNote(note, index.address(note).orElseThrow()));
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
      try {
        topics.add(new CheckedTopic(topic, MarkdownTexts.render(topic.body())));
      } catch (dev.fortnight.note.Markdown.TooComplexException e) {
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
    LinkResolver links = new LinkResolver(index);
    for (CheckedNote note : notes) {
      for (Link link : note.content().prose().links()) {
        if (links.resolve(note.content(), link) instanceof LinkTarget.Media media) {
          file(media.path()).ifPresent(file -> files.put(file.path(), file));
        }
      }
    }
    snapshot.programme().site().logo().flatMap(this::file).ifPresent(f -> files.put(f.path(), f));
    return files;
  }

  private Optional<CheckedFile> file(String path) {
    return snapshot
        .media()
        .bytes(path)
        .filter(bytes -> Picture.refusal(bytes).isEmpty())
        .map(bytes -> new CheckedFile(path, bytes, address(bytes)));
  }

  private static String address(byte[] bytes) {
    return "media/" + sha256(bytes) + "." + Picture.extension(bytes).orElseThrow();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<CheckedResearch.Withheld> withheld(
      Collection<CheckedNote> notes, Map<String, CheckedEvidence> evidence) {
    List<CheckedResearch.Withheld> withheld = new ArrayList<>();
    for (CheckedNote note : notes) {
      if (note.content().kind() == NoteKind.FINDING) {
        for (String reference : note.content().frontMatter().texts("evidence")) {
          if (!evidence.containsKey(reference)) {
            withheld.add(new CheckedResearch.Withheld(note.content().path(), reference));
          }
        }
      }
    }
    return List.copyOf(withheld);
  }
}
