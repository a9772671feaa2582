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

  private static final String CONSENT =
      """
      # Consent is public, findings-only, internal or withdrawn. Change it once the participant has agreed, and whenever they change their mind:
      #   public: anybody may read this note
      #   findings-only: no page, but what is marked as evidence may be quoted in a finding
      #   internal: nothing is published
      #   withdrawn: nothing is published any more, and what was published goes
      consent: internal""";

  private static final String CONSENT_IN_PUBLIC =
      """
      # Anybody can read this repository. To commit this note is to publish it, with all its earlier versions and whatever its consent says, so commit it only once the participant has agreed to that.
      # Public is therefore the only consent that a note can have here. Keep every other session in a private repository.
      consent: public""";

  /** What can stand in a comment, whatever an author has written as slug. */
  private static final Pattern PLAIN_SLUG = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}._~-]{1,100}");

  /**
   * @param folder the programme's folder
   * @param slug the file's name without date and ending
   * @param isPublic whether anybody can read the notes' repository
   */
  static Scaffold of(
      NoteKind kind,
      NoteTitle title,
      String slug,
      LocalDate date,
      List<Integer> topics,
      boolean isPublic,
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
                    "consent",
                    isPublic ? CONSENT_IN_PUBLIC : CONSENT,
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
