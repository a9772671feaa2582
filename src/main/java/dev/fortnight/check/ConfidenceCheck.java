package dev.fortnight.check;

import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The confidence of a finding is one of three words. */
final class ConfidenceCheck implements NoteCheck {

  static final String NAME = "confidence";

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    FrontMatter frontMatter = note.frontMatter();
    if (note.kind() != NoteKind.FINDING || !frontMatter.has(NAME) || stated(note).isPresent()) {
      return List.of();
    }
    String remedy =
        frontMatter
            .text(NAME)
            .flatMap(word -> NearestName.of(word, Confidence.words()))
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Use one of " + String.join(", ", Confidence.words()) + ".");
    return List.of(
        Problem.warning(
            NAME,
            note.atValue(NAME),
            "the confidence is not one of the words that Fortnight knows",
            remedy));
  }

  static Optional<Confidence> stated(Note finding) {
    return finding.frontMatter().text(NAME).flatMap(Confidence::ofWord);
  }
}
