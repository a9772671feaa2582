package dev.fortnight.check;

import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A finding or an assumption has a name of its own, because other notes refer to it by name. That
 * two notes share an address is told elsewhere.
 */
final class SlugCheck implements Check {

  private static final String NAME = "slug";

  private static final Set<NoteKind> REFERRED_TO = Set.of(NoteKind.FINDING, NoteKind.ASSUMPTION);

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    FrontMatter frontMatter = note.frontMatter();
    if (frontMatter.values().containsKey("slug") && frontMatter.text("slug").isEmpty()) {
      return List.of(
          Problem.warning(
              NAME,
              note.atKey("slug"),
              "'slug' says no name, so the file name gives it",
              "Write one name, for example 'week-2', or take the line out."));
    }
    if (!REFERRED_TO.contains(note.kind())) {
      return List.of();
    }
    String others =
        research.named(note.kind(), note.slug()).stream()
            .filter(other -> other != note)
            .map(Note::file)
            .filter(file -> !research.collisions(note).contains(file))
            .collect(Collectors.joining(", "));
    if (others.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.warning(
            NAME,
            note.atValue("slug"),
            Quoted.or("its name", note.slug())
                + " is also the name of "
                + others
                + ", so references to it may mean either",
            "Give one of them another file name or 'slug'."));
  }
}
