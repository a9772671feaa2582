package dev.fortnight.note;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a note's name and path by the names that Jekyll's placeholders have for them. */
final class NameParts {

  static final Map<String, Function<Note, String>> PARTS =
      Map.ofEntries(
          Map.entry("title", note -> Slugs.asWritten(name(note))),
          Map.entry("slug", note -> Slugs.plain(name(note))),
          Map.entry("name", note -> Slugs.plain(basename(note))),
          Map.entry("basename", note -> Slugs.asWritten(basename(note))),
          Map.entry("path", NameParts::path),
          Map.entry("collection", note -> note.kind().folder()),
          Map.entry("categories", note -> categories(note, text -> text.toLowerCase(Locale.ROOT))),
          Map.entry("slugified_categories", note -> categories(note, Slugs::plain)),
          Map.entry("output_ext", note -> ".html"));

  private NameParts() {}

  /** The slug, or the file's name without date and ending. */
  private static String name(Note note) {
    return note.frontMatter()
        .text("slug")
        .orElse(basename(note).replaceFirst("^\\d{4}-\\d{2}-\\d{2}-(?=.)", ""));
  }

  private static String basename(Note note) {
    return note.reference().substring(note.reference().lastIndexOf('/') + 1);
  }

  /** Below the folder of its kind; of a page, as Jekyll has it, without its own name. */
  private static String path(Note note) {
    List<String> names = Arrays.asList(note.reference().split("/"));
    int end = note.kind() == NoteKind.PAGE ? names.size() - 1 : names.size();
    return names.subList(1, end).stream().map(Slugs::asWritten).collect(Collectors.joining("/"));
  }

  private static String categories(Note note, UnaryOperator<String> form) {
    FrontMatter frontMatter = note.frontMatter();
    return Stream.concat(
            frontMatter.text("category").stream(), frontMatter.words("categories").stream())
        .map(form)
        .distinct()
        .collect(Collectors.joining("/"));
  }
}
