package dev.fortnight.note;

import dev.fortnight.problem.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template for addresses with Jekyll's placeholders, for example {@code /:year/:title/}. */
public record Permalink(String template) {

  private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z_]+)");

  private static final Map<String, String> STYLES =
      Map.of(
          "date", "/:categories/:year/:month/:day/:title:output_ext",
          "pretty", "/:categories/:year/:month/:day/:title/",
          "ordinal", "/:categories/:year/:y_day/:title:output_ext",
          "weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext",
          "none", "/:categories/:title:output_ext");

  /** The template in a note's front matter; empty where there is none or it is not text. */
  public static Optional<Permalink> of(Note note) {
    return note.frontMatter().text("permalink").map(Permalink::new);
  }

  /** One of Jekyll's named styles, or else a template. */
  static Permalink ofStyle(String text) {
    return new Permalink(STYLES.getOrDefault(text, text));
  }

  /** The style that was probably meant by a word that is none. */
  static Optional<String> nearStyle(String word) {
    return STYLES.containsKey(word) ? Optional.empty() : NearestName.of(word, STYLES.keySet());
  }

  /** The first placeholder that stands for nothing, as it is written. */
  public Optional<String> unknown() {
    return names()
        .filter(name -> !isDate(key(name)) && !isName(key(name)))
        .findFirst()
        .map(":"::concat);
  }

  /** What to do about an unknown placeholder, as a sentence. */
  public static String remedy(String unknown) {
    List<String> known =
        Stream.concat(NameParts.PARTS.keySet().stream(), DateParts.PARTS.keySet().stream())
            .toList();
    return NearestName.of(unknown.substring(1), known)
        .map(near -> "Did you mean ':" + near + "'?")
        .orElse("Use one of Jekyll's placeholders, such as ':title'.");
  }

  /** The first placeholder that needs a date. */
  public Optional<String> dated() {
    return names().map(Permalink::key).filter(Permalink::isDate).findFirst().map(":"::concat);
  }

  /** The address for a note; empty where a placeholder stands for nothing. */
  Optional<String> expand(Note note) {
    if (unknown().isPresent() || note.date().isEmpty() && dated().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        PLACEHOLDER
            .matcher(template)
            .replaceAll(found -> Matcher.quoteReplacement(value(note, found.group(1)))));
  }

  private static String value(Note note, String name) {
    String key = key(name);
    String value =
        isDate(key) ? DateParts.of(note, key).orElseThrow() : NameParts.PARTS.get(key).apply(note);
    return value + name.substring(key.length());
  }

  private Stream<String> names() {
    return PLACEHOLDER.matcher(template).results().map((MatchResult found) -> found.group(1));
  }

  /** As in Jekyll, an underscore may follow: {@code :year_:month}. */
  private static String key(String name) {
    String shorter = name.replaceFirst("_$", "");
    return isDate(shorter) || isName(shorter) ? shorter : name;
  }

  private static boolean isDate(String key) {
    return DateParts.PARTS.containsKey(key);
  }

  private static boolean isName(String key) {
    return NameParts.PARTS.containsKey(key);
  }
}
