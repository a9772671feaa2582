package dev.fortnight.check;

import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A link's words say where it leads, also to who hears them without the sentence around them. */
final class LinkWordsCheck implements NoteCheck {

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "", "here", "click here", "this", "this link", "this page", "link", "read more", "more");

  private static final int MOST_LETTERS =
      EMPTY_WORDS.stream().mapToInt(String::length).max().orElseThrow();

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    if (publication == Publication.NOTHING) {
      return List.of();
    }
    return note.prose().links().stream()
        .filter(link -> !link.isImage() && saysNothing(link.words()))
        .map(link -> empty(note, link))
        .toList();
  }

  /** Signs without letters, such as the arrow back from a footnote, are not words at all. */
  private static boolean saysNothing(String words) {
    if (words.chars().filter(Character::isLetterOrDigit).count() > MOST_LETTERS) {
      return false;
    }
    String letters = words.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().toLowerCase(Locale.ROOT);
    return EMPTY_WORDS.contains(letters) && (words.isBlank() || !letters.isEmpty());
  }

  private static Problem empty(Note note, Link link) {
    return Problem.warning(
        "link-words",
        note.at(link.place()),
        "the words of this link do not say where it leads",
        "Put the link on the words that name its target.");
  }
}
