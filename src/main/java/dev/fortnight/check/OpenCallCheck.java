package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/** A note says which open call it is about by the number of a sprint. */
final class OpenCallCheck implements NoteCheck {

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    boolean isClear =
        !note.frontMatter().has(OpenCall.KEY)
            || note.frontMatter().saysNo(OpenCall.KEY)
            || OpenCall.of(note).isPresent();
    return isClear
        ? List.of()
        : List.of(
            Problem.warning(
                "call",
                note.atValue(OpenCall.KEY),
                "this names no open call, so the page of open calls does not show the note",
                "Write the number of its sprint, as in 'call: 7', in a page or a weeknote."));
  }
}
