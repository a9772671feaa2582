package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding that is superseded names the finding that stands in its place. */
final class SupersessionCheck implements Check {

  private static final String KEY = "superseded-by";

  /** No honest chain is longer. */
  private static final int LONGEST = 100;

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    if (note.kind() != NoteKind.FINDING || !note.frontMatter().has(KEY)) {
      return List.of();
    }
    Optional<String> named = note.frontMatter().text(KEY);
    if (named.isEmpty()) {
      return List.of(warning(note, "'superseded-by' is not a name", "Write one finding's name."));
    }
    if (named.get().equals(note.slug())) {
      return List.of(
          warning(
              note,
              "this finding says that it supersedes itself",
              "Name the finding that stands in its place, or take the line out."));
    }
    Optional<Note> next = research.finding(named.get());
    if (next.isEmpty()) {
      return List.of(
          warning(
              note,
              "there is no " + Quoted.as("finding", named.get()) + " to stand in this one's place",
              MeantReference.of(named.get(), research.slugs(NoteKind.FINDING))
                  .map(near -> "Did you mean '" + near + "'?")
                  .orElse("Correct the name, or add the finding.")));
    }
    return cycle(note, next.get(), research).stream().toList();
  }

  private static Optional<Problem> cycle(Note note, Note first, ResearchIndex research) {
    List<String> chain = new ArrayList<>();
    Optional<Note> next = Optional.of(first);
    while (next.isPresent() && chain.size() < LONGEST) {
      Note finding = next.get();
      chain.add("'" + finding.slug() + "'");
      if (finding.slug().equals(note.slug())) {
        return Optional.of(
            warning(
                note,
                "this finding is superseded by itself in the end, by way of "
                    + String.join(", ", chain.subList(0, chain.size() - 1)),
                "Take 'superseded-by' out of the finding that holds now."));
      }
      next = finding.frontMatter().text(KEY).flatMap(research::finding);
    }
    return Optional.empty();
  }

  private static Problem warning(Note note, String what, String remedy) {
    return Problem.warning("superseded", note.atValue(KEY), what, remedy);
  }
}
