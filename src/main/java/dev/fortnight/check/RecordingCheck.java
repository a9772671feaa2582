package dev.fortnight.check;

import dev.fortnight.note.Captions;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A recording can be reached, and comes with captions or a transcript that can be read. */
final class RecordingCheck implements Check {

  private static final String NAME = "recording";

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    FrontMatter frontMatter = note.frontMatter();
    List<Problem> problems = new ArrayList<>();
    if (research.publication(note) != Publication.PAGE
        || !Recorded.isSaid(frontMatter, Recorded.KEY)) {
      return problems;
    }
    if (Recorded.address(note).isEmpty()) {
      problems.add(
          warning(
              note,
              Recorded.KEY,
              "this is no https address, so the page does not link to a recording",
              "Write the whole address, as in 'recording: https://example.org/call.mp4'."));
    }
    if (Recorded.WRITTEN.stream().noneMatch(key -> Recorded.isSaid(frontMatter, key))) {
      problems.add(
          warning(
              note,
              Recorded.KEY,
              "this recording has neither captions nor a transcript, so it says nothing to who"
                  + " cannot hear it",
              "Add 'captions' or 'transcript' with the file that holds them."));
    }
    LinkResolver links = research.links();
    for (String key : Recorded.WRITTEN) {
      if (Recorded.isSaid(frontMatter, key) && !leads(note, key, links, research)) {
        problems.add(
            warning(
                note,
                key,
                "this leads to nothing that is published, so the page does not link to it",
                "Name a note that has a page, a file in WebVTT such as '../media/call.vtt', or an"
                    + " https address."));
      }
    }
    return problems;
  }

  private static boolean leads(Note note, String key, LinkResolver links, ResearchIndex research) {
    LinkTarget target = links.named(note, key).orElse(new LinkTarget.Nowhere());
    if (target instanceof LinkTarget.OtherNote other) {
      return research.publication(other.note()) == Publication.PAGE;
    }
    if (target instanceof LinkTarget.Media media) {
      return Captions.isNamed(media.path());
    }
    return target instanceof LinkTarget.Elsewhere elsewhere
        && Recorded.web(elsewhere.address()).isPresent();
  }

  private static Problem warning(Note note, String key, String what, String remedy) {
    return Problem.warning(NAME, note.atValue(key), what, remedy);
  }
}
