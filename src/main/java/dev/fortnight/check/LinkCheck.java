package dev.fortnight.check;

import dev.fortnight.note.Captions;
import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.RemovedTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links lead to a page that is there, images to a file that may be published. */
final class LinkCheck implements Check {

  private static final String NAME = "link";
  private static final String UNPUBLISHED = "link-unpublished";

  /** What browsers and the layouts call their own places. */
  private static final Set<String> OF_THE_PAGE =
      Set.of(
          "#top",
          "#main",
          "#lead",
          "#evidence",
          "#reasoning",
          "#findings",
          "#assumptions",
          "#weeknotes",
          "#for",
          "#against",
          "#mentions",
          "#so-far",
          "#minds",
          "#take-part");

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    return research.publication(note) == Publication.NOTHING ? List.of() : looked(note, research);
  }

  /**
   * Whether the links of a note lead to notes by their paths, to places of its own page or out of
   * the site, so that a file that comes or goes changes nothing.
   */
  static boolean dependsOnNotesAlone(Note note, ResearchIndex research) {
    List<LinkTarget> targets = research.links().targets(note);
    for (int i = 0; i < targets.size(); i++) {
      LinkTarget target = targets.get(i);
      boolean isByPath =
          target instanceof LinkTarget.OtherNote
              && note.prose().links().get(i).path().endsWith(".md");
      boolean isElsewhere =
          target instanceof LinkTarget.Elsewhere || target instanceof LinkTarget.SamePage;
      if (!isByPath && !isElsewhere) {
        return false;
      }
    }
    return true;
  }

  private static List<Problem> looked(Note note, ResearchIndex research) {
    PlacesOnPages places = new PlacesOnPages();
    List<Problem> problems = new ArrayList<>();
    List<LinkTarget> targets = research.links().targets(note);
    for (int i = 0; i < targets.size(); i++) {
      Link link = note.prose().links().get(i);
      LinkTarget target = targets.get(i);
      problem(note, link, target, research, places).ifPresent(problems::add);
      if (target instanceof LinkTarget.Media media) {
        problems.addAll(media(note, link, media, research));
      }
    }
    return problems;
  }

  private static Optional<Problem> problem(
      Note note, Link link, LinkTarget target, ResearchIndex research, PlacesOnPages places) {
    if (target instanceof LinkTarget.Elsewhere) {
      return elsewhere(note, link);
    }
    if (target instanceof LinkTarget.Nowhere) {
      return Optional.of(nowhere(note, link));
    }
    if (target instanceof LinkTarget.SamePage same) {
      return place(note, link, note, same.fragment(), places);
    }
    if (target instanceof LinkTarget.OtherNote other) {
      return research.publication(other.note()) == Publication.PAGE
          ? place(note, link, other.note(), other.fragment(), places)
          : Optional.of(unpublished(note, link, other.note()));
    }
    return target instanceof LinkTarget.OtherPage page
        ? research
            .removedTopics()
            .at(page.address())
            .map(gone -> removed(note, link, gone, research))
        : Optional.empty();
  }

  private static Problem removed(Note note, Link link, RemovedTopic gone, ResearchIndex research) {
    return Problem.warning(
        RemovedTopics.CHECK,
        note.at(link.place()),
        gone.sentence(research.zone()) + ". Its page says so",
        "Leave it if readers should know, or link to what took its place.");
  }

  private static Optional<Problem> place(
      Note note, Link link, Note on, String fragment, PlacesOnPages places) {
    if (fragment.length() < 2 || OF_THE_PAGE.contains(fragment)) {
      return Optional.empty();
    }
    String id = LinkResolver.decoded(fragment.substring(1));
    return places.of(on).contains(id)
        ? Optional.empty()
        : Optional.of(
            warning(
                note,
                link,
                "there is no place "
                    + Quoted.or("of this name", "#" + id)
                    + " on "
                    + (on == note ? "this page" : "the page of " + on.file())
                    + (on == note
                        ? ", so the link does nothing"
                        : ", so the link leads to its top"),
                places
                    .nearest(id, on)
                    .map(near -> "Did you mean '#" + near + "'?")
                    .orElse("Link to one of its headings, or mark the place as in {: #name}.")));
  }

  /** Of a check of its own, for it may be meant. */
  private static Problem unpublished(Note note, Link link, Note other) {
    return Problem.warning(
        UNPUBLISHED,
        note.at(link.place()),
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
    if (Captions.isNamed(media.path()) && !link.isImage()) {
      return List.of();
    }
    SourceLocation where = note.at(link.place());
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
    return Problem.warning(NAME, note.at(link.place()), what, remedy);
  }
}
