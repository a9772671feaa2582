package dev.fortnight.note;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A note as its author wrote it. Nothing about it is checked yet.
 *
 * @param path relative to {@code research/}, for example {@code
 *     interviews/2026-11-10-county-architect.md}
 * @param slug its name in addresses: the file name without date and ending, or the front matter's
 * @param source the whole file, lines ending in a line feed
 * @param evidence what is marked as such in it
 */
public record Note(
    String path,
    NoteKind kind,
    String slug,
    String title,
    Optional<LocalDate> date,
    FrontMatter frontMatter,
    String source,
    Prose prose,
    List<Evidence> evidence) {

  /** The path from the programme's folder, as problems show it. */
  public String file() {
    return "research/" + path;
  }

  /** The path without its ending, as findings cite it. */
  public String reference() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  /** The topics that it belongs to, as slugs. */
  public List<String> topics() {
    List<String> many = frontMatter.texts("topics");
    return many.isEmpty() ? frontMatter.texts("topic") : many;
  }

  /** What the note is about in a sentence or two, as plain text. */
  public String description() {
    return frontMatter
        .text("description")
        .or(() -> frontMatter.text("excerpt"))
        .orElse(prose.summary());
  }
}
