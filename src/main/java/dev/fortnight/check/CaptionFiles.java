package dev.fortnight.check;

import dev.fortnight.note.CaptionsReader;
import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets captions through that can be read and in which nobody is named. Those that are not keep
 * their note from nothing but the link to them.
 */
final class CaptionFiles {

  private final ResearchIndex index;
  private final PersonalDataCheck personalData;
  private final List<Problem> problems = new ArrayList<>();

  CaptionFiles(ResearchIndex index, PersonalDataCheck personalData) {
    this.index = index;
    this.personalData = personalData;
  }

  /**
   * @param note that names them
   * @param path relative to {@code research/}
   */
  Optional<CheckedFile> of(Note note, String path) {
    Optional<byte[]> bytes = index.snapshot().media().bytes(path);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    CaptionsReader.Result result = CaptionsReader.read(path, bytes.get());
    List<Problem> found = new ArrayList<>();
    Optional<CheckedFile> file = Optional.empty();
    if (result instanceof CaptionsReader.Result.Refused refused) {
      found.add(refused.problem());
    } else if (result instanceof CaptionsReader.Result.Read read) {
      found.addAll(personalData.problems(note, path, read.captions()));
      file = Optional.of(new CheckedFile(path, read.captions()));
    }
    problems.addAll(found);
    if (!found.isEmpty()) {
      problems.add(unlinked(note, path));
    }
    return file.filter(any -> found.isEmpty());
  }

  /** The reviewer of the note has to hear of it too. */
  private static Problem unlinked(Note note, String path) {
    String key = note.frontMatter().has(CaptionsReader.CHECK) ? CaptionsReader.CHECK : Recorded.KEY;
    return Problem.warning(
        CaptionsReader.CHECK,
        note.atValue(key),
        "research/" + path + " cannot be published as it is, so the page does not link to it",
        "See what the checks say of that file.");
  }

  List<Problem> problems() {
    return problems;
  }
}
