package dev.fortnight.check;

import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.List;

/** A recording comes with captions or a transcript. */
final class RecordingCheck implements Check {

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    FrontMatter frontMatter = note.frontMatter();
    boolean isRecorded = frontMatter.has("recording") && !frontMatter.saysNo("recording");
    boolean isWritten = isThere(frontMatter, "captions") || isThere(frontMatter, "transcript");
    if (!isRecorded || isWritten || research.publication(note) == Publication.NOTHING) {
      return List.of();
    }
    return List.of(
        Problem.warning(
            "recording",
            note.atValue("recording"),
            "this recording has neither captions nor a transcript, so it says nothing to who"
                + " cannot hear it",
            "Add 'captions' or 'transcript' with the file that holds them."));
  }

  private static boolean isThere(FrontMatter frontMatter, String key) {
    return frontMatter.has(key) && !frontMatter.saysNo(key);
  }
}
