package dev.fortnight.check;

import dev.fortnight.note.Address;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each address that a page had before is inside the site, and nobody else's. */
final class RedirectCheck implements Check {

  private static final String NAME = "redirect";

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    List<Problem> problems = new ArrayList<>();
    if (research.publication(note) != Publication.PAGE) {
      return problems;
    }
    for (String written : note.frontMatter().texts(FormerAddresses.KEY)) {
      Optional<String> address = Address.former(written);
      List<String> others =
          address.map(at -> research.formerAddresses().others(note, at)).orElse(List.of());
      if (address.isEmpty()) {
        problems.add(
            warning(
                note,
                written,
                "this former address leaves the site or is one that the site uses itself, so it"
                    + " leads nowhere",
                "Write the path that the page had, for example '/findings/old-name/'."));
      } else if (others.equals(List.of(note.file()))) {
        problems.add(
            warning(note, written, "this is the note's own address", "Take it out of the list."));
      } else if (!others.isEmpty()) {
        problems.add(
            warning(
                note,
                written,
                "this former address is also that of "
                    + String.join(", ", others)
                    + ", so it does not lead here",
                "Leave it to one of them."));
      }
    }
    return problems;
  }

  private static Problem warning(Note note, String written, String what, String remedy) {
    return Problem.warning(NAME, note.atValue(FormerAddresses.KEY, written), what, remedy);
  }
}
