package dev.fortnight.cli;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.SourceFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A new note before it is written.
 *
 * @param path relative to the programme's folder
 */
record Scaffold(String path, String text) {

  /** The folders whose notes are told apart by their day. */
  private static final Set<NoteKind> DATED = Set.of(NoteKind.INTERVIEW, NoteKind.WEEKNOTE);

  /** More would make a list that nobody reads, and too much front matter. */
  private static final int MOST_ASSUMPTIONS = 60;

  /** What can stand in a comment, whatever an author has written as slug. */
  private static final Pattern PLAIN_SLUG = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}._~-]{1,100}");

  /**
   * @param folder the programme's folder
   * @param slug the file's name without date and ending
   */
  static Scaffold of(
      NoteKind kind,
      NoteTitle title,
      String slug,
      LocalDate date,
      List<Integer> topics,
      Path folder) {
    String reference = kind.folder() + "/" + (DATED.contains(kind) ? date + "-" : "") + slug;
    String text =
        NoteTemplate.of(kind)
            .filled(
                Map.of(
                    "title",
                    title.yaml(),
                    "date",
                    date.toString(),
                    "reference",
                    reference,
                    "topics",
                    topics.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "pseudonym",
                    kind == NoteKind.INTERVIEW ? pseudonym(folder) : "",
                    "assumptions",
                    kind == NoteKind.FINDING ? assumptions(folder) : ""));
    return new Scaffold("research/" + reference + ".md", text);
  }

  private static String pseudonym(Path folder) {
    return Pseudonyms.next(folder.resolve("research"));
  }

  private static String assumptions(Path folder) {
    List<String> slugs =
        new SourceFolder(folder)
            .notes().notes().stream()
                .filter(note -> note.kind() == NoteKind.ASSUMPTION)
                .map(Note::slug)
                .filter(slug -> PLAIN_SLUG.matcher(slug).matches())
                .sorted()
                .toList();
    if (slugs.isEmpty()) {
      return "#   none yet; 'fortnight new assumption --title TEXT' makes one";
    }
    String list =
        slugs.stream()
            .limit(MOST_ASSUMPTIONS)
            .map(slug -> "#   " + slug)
            .collect(Collectors.joining("\n"));
    int more = slugs.size() - MOST_ASSUMPTIONS;
    return more > 0 ? list + "\n#   and " + more + " more in research/assumptions" : list;
  }
}
