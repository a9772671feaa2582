package dev.fortnight.check;

import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links lead to a page that is there, images to a file that may be published. */
final class LinkCheck implements Check {

  private static final String NAME = "link";

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    if (research.publication(note) == Publication.NOTHING) {
      return List.of();
    }
    LinkResolver resolver = new LinkResolver(research);
    List<Problem> problems = new ArrayList<>();
    for (Link link : note.prose().links()) {
      LinkTarget target = resolver.resolve(note, link);
      problem(note, link, target, research).ifPresent(problems::add);
      if (target instanceof LinkTarget.Media media) {
        problems.addAll(media(note, link, media, research));
      }
    }
    return problems;
  }

  private static Optional<Problem> problem(
      Note note, Link link, LinkTarget target, ResearchIndex research) {
    if (target instanceof LinkTarget.Elsewhere) {
      return elsewhere(note, link);
    }
    if (target instanceof LinkTarget.Nowhere) {
      return Optional.of(nowhere(note, link));
    }
    return target instanceof LinkTarget.OtherNote other
            && research.publication(other.note()) != Publication.PAGE
        ? Optional.of(unpublished(note, link, other.note()))
        : Optional.empty();
  }

  private static Problem unpublished(Note note, Link link, Note other) {
    return warning(
        note,
        link,
        "this links to "
            + other.file()
            + ", which is not published here, so only the words are shown",
        "Leave it if that is meant, or link to something public.");
  }

  private static Optional<Problem> elsewhere(Note note, Link link) {
    if (!link.isImage()) {
      return Optional.empty();
    }
    return Optional.of(
        warning(
            note,
            link,
            "this image lies on another site, which would learn who reads the page, so only its"
                + " description is shown",
            "Put the image into research/media."));
  }

  private static List<Problem> media(
      Note note, Link link, LinkTarget.Media media, ResearchIndex research) {
    SourceLocation where = new SourceLocation(note.file(), link.line());
    return research
        .picture(media.path())
        .map(picture -> PictureProblems.of(NAME, where, media.path(), picture))
        .orElse(List.of());
  }

  private static Problem nowhere(Note note, Link link) {
    return link.isImage()
        ? warning(
            note,
            link,
            "there is no such image, so only its description is shown",
            "Put it into research/media and link to it by a relative path.")
        : warning(
            note,
            link,
            "this leads to no page of the site, so only the words are shown",
            "Link to a note by its relative path, for example ../findings/name.md.");
  }

  private static Problem warning(Note note, Link link, String what, String remedy) {
    return Problem.warning(NAME, new SourceLocation(note.file(), link.line()), what, remedy);
  }
}
