package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.Omission;
import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Set;

/** Nothing that an author wrote is missing from a page without a word. */
final class OmissionCheck implements NoteCheck {

  private static final Set<String> ON_ONE_COMPUTER = Set.of("file", "c", "d");

  /** Elements whose content shows as code once nothing closes them. */
  private static final Set<String> SHOWN_AS_CODE =
      Set.of("textarea", "xmp", "listing", "plaintext");

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    if (publication == Publication.NOTHING) {
      return List.of();
    }
    return note.omissions().stream()
        .map(
            omission ->
                switch (omission.kind()) {
                  case LINK -> link(note, omission);
                  case IMAGE -> image(note, omission);
                  case LEFT_OUT -> leftOut(note, omission);
                  case UNCLOSED -> unclosed(note, omission);
                })
        .toList();
  }

  private static Problem link(Note note, Omission link) {
    String shown = ", so only the words are shown";
    return switch (link.name()) {
      case "javascript", "vbscript" ->
          warning(
              note,
              link,
              "a link that runs a script is removed" + shown,
              "Link to a page instead.");
      case "data" ->
          warning(
              note,
              link,
              "a link that holds its own content is removed" + shown,
              "Write the content into the note, or link to a page that has it.");
      case "" ->
          warning(
              note,
              link,
              "the colon in this address makes it none that leads anywhere" + shown,
              "Write %3A in its place, or give the file another name.");
      default ->
          ON_ONE_COMPUTER.contains(link.name())
              ? warning(
                  note,
                  link,
                  "this leads to a file on one computer" + shown,
                  "Link to a note by its relative path, or to a web page.")
              : warning(
                  note,
                  link,
                  "links to '" + link.name() + ":' addresses are not published" + shown,
                  "Link to a web page, an e-mail address or a telephone number: https:, mailto: or"
                      + " tel:.");
    };
  }

  private static Problem image(Note note, Omission image) {
    return warning(
        note,
        image,
        "this is not the address of an image file, so only its description is shown",
        "Put the image into research/media and link to it by a relative path.");
  }

  private static Problem leftOut(Note note, Omission element) {
    return warning(
        note,
        element,
        "nothing of a <" + element.name() + "> is published, so it is not shown",
        element.name().equals("iframe")
            ? "Link to the page that it shows."
            : "Take it out, or write it in a fence of ``` to show it as code.");
  }

  private static Problem unclosed(Note note, Omission open) {
    String name = open.name();
    if (name.startsWith("<")) {
      String closing = name.equals("<!--") ? "-->" : name.equals("<?") ? "?>" : "]]>";
      return warning(
          note,
          open,
          "'" + name + "' is never closed, so nothing of what follows it is shown",
          "Close it with '" + closing + "', or take it out.");
    }
    if (SHOWN_AS_CODE.contains(name)) {
      return warning(
          note,
          open,
          "this <" + name + "> is never closed, so what follows it shows as code",
          "Close it with </" + name + ">, or take it out.");
    }
    return isSwallowing(name)
        ? warning(
            note,
            open,
            "this <" + name + "> is never closed, so nothing of what follows it is shown",
            "Close it with </" + name + ">, or take it out.")
        : warning(
            note,
            open,
            "this tag has no '>' at its end, so what follows it is not shown as it is written",
            "Complete it, or write &lt; for '<'.");
  }

  private static boolean isSwallowing(String name) {
    return Set.of("script", "style", "iframe", "title").contains(name);
  }

  private static Problem warning(Note note, Omission omission, String what, String remedy) {
    boolean isLink =
        omission.kind() == Omission.Kind.LINK || omission.kind() == Omission.Kind.IMAGE;
    String check = isLink ? "link" : "html";
    return Problem.warning(check, note.at(omission.place()), what, remedy);
  }
}
