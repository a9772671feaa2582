package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.note.Permalink;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Each page has an address of its own, inside the site, that the site does not use itself. */
final class AddressCheck implements Check {

  private static final String NAME = "address";

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    if (research.publication(note) != Publication.PAGE) {
      return List.of();
    }
    if (research.address(note).isEmpty() && !note.frontMatter().has("permalink")) {
      Optional<String> fault = SlugFault.of(note.slug());
      if (fault.isPresent()) {
        return List.of(unusable(note, fault.get()));
      }
    }
    if (research.address(note).isEmpty()) {
      return List.of(refused(note, location(note)));
    }
    if (!research.collisions(note).isEmpty()) {
      return List.of(
          Problem.error(
              NAME,
              location(note),
              "its address is also that of "
                  + String.join(", ", research.collisions(note))
                  + ", so none of them is published",
              "Give one of them another file name, 'slug' or 'permalink'."));
    }
    if (research.isDated(note)) {
      return List.of(
          Problem.warning(
              NAME,
              location(note),
              "an older note has the same name, so this one's address has its date in it",
              "Leave it, or give it another file name or 'slug'."));
    }
    return List.of();
  }

  private static SourceLocation location(Note note) {
    return note.atValue(note.frontMatter().has("permalink") ? "permalink" : "slug");
  }

  private static Problem refused(Note note, SourceLocation location) {
    Optional<Permalink> permalink = Permalink.of(note);
    Optional<String> unknown = permalink.flatMap(Permalink::unknown);
    if (unknown.isPresent()) {
      return Problem.error(
          NAME,
          location,
          "'" + unknown.get() + "' is not a placeholder, so this note is not published",
          Permalink.remedy(unknown.get()));
    }
    Optional<String> dated = permalink.flatMap(Permalink::dated);
    if (dated.isPresent() && note.date().isEmpty()) {
      return Problem.error(
          NAME,
          location,
          "its permalink has '" + dated.get() + "', and it has no date, so it is not published",
          "Add a 'date', or give it another 'permalink'.");
    }
    boolean isConfigured = note.configured().containsKey("permalink");
    return Problem.error(
        NAME,
        location,
        "its address"
            + (isConfigured ? ", which " + NoteConfiguration.FILE + " gives," : "")
            + " leaves the site or is one that the site uses itself, so this note is not published",
        isConfigured
            ? "Correct 'permalink' there, or give this note one of its own."
            : "Give it another file name, 'slug' or 'permalink'.");
  }

  private static Problem unusable(Note note, String fault) {
    boolean isWritten = note.frontMatter().text("slug").isPresent();
    return Problem.error(
        NAME,
        isWritten ? note.atValue("slug") : SourceLocation.file(note.file()),
        (isWritten ? "the slug " : "the file name ")
            + fault
            + ", so it can be no address and this note is not published",
        isWritten
            ? "Write it with letters, digits and hyphens, for example 'week-2'."
            : "Give it a name of letters, digits and hyphens, for example 'week-2', or a 'slug'.");
  }
}
