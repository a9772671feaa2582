package dev.fortnight.note;

import dev.fortnight.programme.YamlPlace;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys above a note's text.
 *
 * @param values plain values in the order of the file, see {@link
 *     dev.fortnight.programme.StrictYaml.Mapping}
 * @param lines the line of each key in the file, from 1
 * @param places where in the file its keys and plain values stand, in order
 */
public record FrontMatter(
    Map<String, Object> values, Map<String, Integer> lines, List<YamlPlace> places) {

  /** Jekyll's forms: a day, or a day with a time and perhaps an offset; the day is what counts. */
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[Tt ] *\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?: *(?:[A-Za-z/_]+|[+-]\\d{1,2}(?::?\\d{2})?))?)?");

  public boolean has(String key) {
    return values.get(key) != null;
  }

  /** The line of a key in the file; the first line where the key is absent. */
  public int line(String key) {
    return lines.getOrDefault(key, 1);
  }

  /** Where the keys stand, at the margin and inside others. */
  public List<YamlPlace> keys() {
    return places.stream().filter(YamlPlace::isKey).toList();
  }

  /** A scalar as text; empty for lists and mappings. */
  public Optional<String> text(String key) {
    Object value = values.get(key);
    if (!isScalar(value)) {
      return Optional.empty();
    }
    String text = String.valueOf(value).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static boolean isScalar(Object value) {
    return value != null && !(value instanceof List) && !(value instanceof Map);
  }

  /** A list of scalars as text; a single scalar counts as a list of one. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      return text(key).map(List::of).orElseGet(List::of);
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Object one : list) {
      if (isScalar(one)) {
        texts.add(String.valueOf(one).strip());
      }
    }
    return Collections.unmodifiableList(texts);
  }

  /** A list as Jekyll reads tags: a list, or words with spaces between them. */
  public List<String> words(String key) {
    if (values.get(key) instanceof List) {
      return texts(key);
    }
    return text(key).map(text -> List.of(text.split("\\s+"))).orElseGet(List::of);
  }

  /** Whether a key says no, as YAML 1.1 and Jekyll understand it. */
  public boolean saysNo(String key) {
    return text(key).filter(text -> text.matches("(?i)false|no|off|n")).isPresent();
  }

  /** Whether a key says yes, as YAML 1.1 and Jekyll understand it. */
  public boolean saysYes(String key) {
    return text(key).filter(text -> text.matches("(?i)true|yes|on|y")).isPresent();
  }

  /** A date in one of Jekyll's forms; empty where the key is absent or is no date. */
  public Optional<LocalDate> date(String key) {
    return text(key).flatMap(FrontMatter::parseDate);
  }

  static Optional<LocalDate> parseDate(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
