package dev.fortnight.check;

import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/** An image says in words what it shows. */
final class ImageTextCheck implements NoteCheck {

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    if (publication == Publication.NOTHING) {
      return List.of();
    }
    return note.prose().links().stream()
        .filter(link -> link.isImage() && link.words().isBlank())
        .map(link -> silent(note, link))
        .toList();
  }

  private static Problem silent(Note note, Link image) {
    return Problem.warning(
        "image-text",
        note.at(image.place()),
        "this image has no alternative text, so it says nothing to who cannot see it",
        "Say what it shows, as in ![words](file) or alt=\"words\".");
  }
}
