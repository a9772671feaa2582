package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.LostKey;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An interview says in one plain word what its participants agreed to. */
final class ConsentCheck implements NoteCheck {

  private static final String NAME = "consent";

  private static final List<String> WORDS =
      Arrays.stream(Consent.values()).map(Consent::word).toList();

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    List<Problem> problems = new ArrayList<>();
    FrontMatter frontMatter = note.frontMatter();
    boolean isStated = frontMatter.values().containsKey("consent");
    boolean isMissing = !isStated && note.kind() == NoteKind.INTERVIEW;
    if (isMissing && note.lostKeys().stream().noneMatch(key -> key.meant().equals(NAME))) {
      problems.add(missing(note));
    } else if (isStated && Publication.consent(note).isEmpty()) {
      problems.add(unclean(note));
    }
    for (String key : List.of("consent_expires", "publish_after")) {
      if (frontMatter.values().containsKey(key) && frontMatter.date(key).isEmpty()) {
        problems.add(
            error(
                note,
                key,
                "'" + key + "' is not a date, so this note is not published",
                "Write it as 2026-11-30."));
      }
    }
    for (String key : List.of("published", "draft")) {
      boolean isPlain = frontMatter.saysYes(key) || frontMatter.saysNo(key);
      if (frontMatter.values().containsKey(key) && !isPlain) {
        problems.add(
            error(
                note,
                key,
                "'" + key + "' is neither true nor false, so this note is not published",
                "Write true or false, or leave it out."));
      }
    }
    note.lostKeys().forEach(key -> problems.add(lost(note, key, isMissing)));
    return problems;
  }

  private static Problem lost(Note note, LostKey key, boolean isMissing) {
    String consequence =
        isMissing && key.meant().equals(NAME)
            ? " has no effect and consent is missing, so this note is not published"
            : " has no effect, so this note is not published";
    return Problem.error(
        NAME,
        note.at(key.place()),
        Quoted.key(key.place()) + consequence,
        key.question() + " If not, give it another name.");
  }

  private static Problem missing(Note note) {
    String near =
        NearestName.of("consent", note.frontMatter().values().keySet())
            .map(key -> "Did you mean 'consent' where it says '" + key + "'?")
            .orElse(
                "Add 'consent: public' once the participant has agreed, or 'consent: internal'.");
    return error(note, "consent", "consent is missing, so this note is not published", near);
  }

  private static Problem unclean(Note note) {
    return error(
        note,
        "consent",
        "consent is not one of the words that Fortnight knows, so this note is not published",
        "Use one of " + String.join(", ", WORDS) + ".");
  }

  private static Problem error(Note note, String key, String what, String remedy) {
    return Problem.error(NAME, note.atValue(key), what, remedy);
  }
}
