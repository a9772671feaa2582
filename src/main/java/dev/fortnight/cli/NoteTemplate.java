package dev.fortnight.cli;

import dev.fortnight.note.NoteKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that a new note of a kind begins with, from {@code new/KIND.md} on the class path. */
final class NoteTemplate {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

  private final String text;

  private NoteTemplate(String text) {
    this.text = text;
  }

  static NoteTemplate of(NoteKind kind) {
    String name = "/new/" + kind.word() + ".md";
    try (InputStream in = NoteTemplate.class.getResourceAsStream(name)) {
      return new NoteTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts a value into each place, once: a place inside a value stays as it is.
   *
   * @param values by the names of the places, as they shall stand in the file
   */
  String filled(Map<String, String> values) {
    return PLACE.matcher(text).replaceAll(place -> value(place.group(1), values));
  }

  private static String value(String name, Map<String, String> values) {
    return Optional.ofNullable(values.get(name))
        .map(Matcher::quoteReplacement)
        .orElseThrow(() -> new IllegalStateException("no value for the place " + name));
  }
}
