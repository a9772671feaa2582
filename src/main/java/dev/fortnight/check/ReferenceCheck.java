package dev.fortnight.check;

import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.RemovedTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Topics, assumptions, findings and evidence that a note refers to exist. */
final class ReferenceCheck implements Check {

  private static final String NAME = "reference";

  /** Whoever has mended as many sees the next ones; a note can mark ten thousand quotations. */
  private static final int MOST = 100;

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    List<Problem> problems = new ArrayList<>();
    Set<String> assumptions = research.slugs(NoteKind.ASSUMPTION);
    topics(problems, note, research);
    for (String key : List.of("supports", "contradicts")) {
      unknown(problems, note, key, "assumption", note.frontMatter().texts(key), assumptions);
    }
    if (note.kind() == NoteKind.FINDING) {
      Predicate<String> isElsewhere = research.snapshot().isElsewhere();
      List<String> cited = note.frontMatter().texts("evidence");
      List<String> here = cited.stream().filter(isElsewhere.negate()).toList();
      unknown(problems, note, "evidence", "evidence", here, research.evidenceReferences());
      cited.stream()
          .filter(isElsewhere)
          .forEach(reference -> problems.add(unreadable(note, reference)));
      cited.stream()
          .filter(reference -> reference.startsWith(note.reference() + "#"))
          .forEach(reference -> problems.add(itself(note, reference)));
    }
    if (note.kind() == NoteKind.RECOMMENDATION) {
      List<String> rests = note.frontMatter().texts("findings");
      unknown(problems, note, "findings", "finding", rests, research.slugs(NoteKind.FINDING));
    }
    for (Evidence mark : note.evidence()) {
      Set<String> named = new TreeSet<>(mark.supports());
      named.addAll(mark.contradicts());
      for (String slug : named) {
        if (!assumptions.contains(slug) && problems.size() < MOST) {
          problems.add(unknown(note.atMark(mark, slug), "assumption", slug, assumptions));
        }
      }
    }
    return problems;
  }

  private static void topics(List<Problem> problems, Note note, ResearchIndex research) {
    RemovedTopics gone = research.removedTopics();
    String key = note.frontMatter().has("topics") ? "topics" : "topic";
    List<String> named = note.topics().stream().filter(TopicNumberCheck::isName).toList();
    named.stream()
        .flatMap(name -> gone.of(name).stream())
        .map(topic -> removed(note.atValue(key, topic.slug()), topic, research))
        .forEach(problems::add);
    if (!research.topics().isEmpty()) {
      List<String> others = named.stream().filter(name -> !gone.has(name)).toList();
      unknown(problems, note, key, "topic", others, research.topics());
    }
  }

  private static Problem removed(SourceLocation where, RemovedTopic topic, ResearchIndex research) {
    return Problem.warning(
        RemovedTopics.CHECK,
        where,
        topic.sentence(research.zone()) + ". Its page says so",
        "Leave it if readers should know, or name what took its place.");
  }

  private static Problem itself(Note note, String reference) {
    return Problem.warning(
        NAME,
        note.atValue("evidence", reference),
        "this finding cites itself as evidence",
        "Cite what was said in an interview.");
  }

  private static Problem unreadable(Note note, String reference) {
    return Problem.warning(
        NAME,
        note.atValue("evidence", reference),
        "the note of this evidence cannot be read, so it is not shown",
        "Correct that note first.");
  }

  private static void unknown(
      List<Problem> problems,
      Note note,
      String key,
      String word,
      List<String> named,
      Collection<String> known) {
    for (String name : named) {
      if (!known.contains(name)) {
        problems.add(unknown(note.atValue(key, name), word, name, known));
      }
    }
  }

  private static Problem unknown(
      SourceLocation location, String word, String name, Collection<String> known) {
    return Problem.warning(
        NAME,
        location,
        "there is no " + Quoted.as(word, name) + ", so it is not shown",
        MeantReference.of(name, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Correct the name, or add what it refers to."));
  }
}
