package dev.fortnight.note;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads notes from text blocks. */
final class ReadNotes {

  static final String INTERVIEW = "interviews/2026-11-10-illustrative.md";

  private ReadNotes() {}

  static Note interview(String text) {
    return note(INTERVIEW, text);
  }

  static Note note(String path, String text) {
    NoteReader.Result result = result(path, text);
    if (result instanceof NoteReader.Result.Read read) {
      return read.note();
    }
    throw new AssertionError(((NoteReader.Result.Refused) result).problem().toString());
  }

  static NoteReader.Result result(String path, String text) {
    return new NoteReader().read(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static String refusal(String path, byte[] bytes) {
    return ((NoteReader.Result.Refused) new NoteReader().read(path, bytes)).problem().toString();
  }

  /** The HTML of a text, with links as they are written and images in place. */
  static String html(String markdown) {
    return interview(markdown).prose().html(link -> Optional.of(link.target()));
  }

  /** The same with the links escaped, as pages have them. */
  static String escapedHtml(String markdown) {
    return interview(markdown)
        .prose()
        .html(link -> Optional.of(link.target().replace("&", "&amp;").replace("\"", "&quot;")));
  }
}
