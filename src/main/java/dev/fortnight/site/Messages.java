package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wording of the site in one language. What a theme doesn't say in it is said as Fortnight's
 * own theme says it, and in English if need be, so that a theme of somebody's own never leaves a
 * gap.
 */
public final class Messages {

  private static final String FALLBACK = "en";

  private final Map<String, Object> texts;

  private Messages(Map<String, Object> texts) {
    this.texts = texts;
  }

  /** Fortnight's wording in a language, as it is written and read: it stays the same. */
  private record Own(String yaml, Map<String, Object> texts) {}

  private static final Map<String, Own> OWN = new ConcurrentHashMap<>();

  /**
   * @throws ProblemException if a file of wording cannot be read
   */
  static Messages of(Theme theme, Locale language) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String tongue : new LinkedHashSet<>(List.of(FALLBACK, language.getLanguage()))) {
      Own own = OWN.computeIfAbsent(tongue, Messages::ofFortnight);
      merge(texts, own.texts());
      String ofTheme = theme.messages(tongue).orElse("");
      if (!ofTheme.equals(own.yaml())) {
        merge(texts, read(ofTheme, tongue));
      }
    }
    return new Messages(texts);
  }

  /** Fortnight's own wording, for sentences that are made before any theme is at hand. */
  public static Messages of(Locale language) {
    return of(Theme.WITHOUT_ANYTHING, language);
  }

  private static Own ofFortnight(String language) {
    String yaml = bundled(language);
    return new Own(yaml, read(yaml, language));
  }

  private static String bundled(String language) {
    String file = "/bundled/site/_messages/" + language + ".yml";
    try (InputStream stream = Messages.class.getResourceAsStream(file)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled theme cannot be read", e);
    }
  }

  private static Map<String, Object> read(String yaml, String language) {
    try {
      return StrictYaml.read(yaml).values();
    } catch (StrictYaml.RefusedException e) {
      throw new ProblemException(
          "the theme's _messages/" + language + ".yml cannot be read in line " + e.line(),
          "Correct it, or remove it to have Fortnight's own wording.",
          e);
    }
  }

  /** A group of words takes in another one; a word stays a word. */
  @SuppressWarnings("unchecked")
  private static void merge(Map<String, Object> texts, Map<String, Object> more) {
    more.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> group) {
            Object there = texts.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
            if (there instanceof Map<?, ?> known) {
              merge((Map<String, Object>) known, (Map<String, Object>) group);
            }
          } else if (value != null && !(texts.get(key) instanceof Map)) {
            texts.put(key, String.valueOf(value));
          }
        });
  }

  /** What {@code site.words} stands for in layouts. */
  Map<String, Object> texts() {
    return texts;
  }

  /**
   * A text with what belongs into it.
   *
   * @param key its dotted path
   * @param values for each {@code %s} in its order
   */
  public String say(String key, Object... values) {
    String text = find(key).orElseThrow(() -> new NoSuchElementException("no wording " + key));
    for (Object value : values) {
      int gap = text.indexOf("%s");
      text = gap < 0 ? text : text.substring(0, gap) + guarded(value) + text.substring(gap + 2);
    }
    return text.replace(GUARD, "%");
  }

  /** A text that need not be there, as it stands. */
  Optional<String> find(String key) {
    Object found = texts;
    for (String name : key.split("\\.")) {
      found = found instanceof Map<?, ?> group ? group.get(name) : null;
    }
    return found instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static final String GUARD = "\u0001";

  /** A value that has a gap in it is not filled itself. */
  private static String guarded(Object value) {
    return String.valueOf(value).replace("%", GUARD);
  }

  /** {@code 1 person} or {@code 4 people}: the texts {@code one} and {@code many} of a group. */
  public String count(String key, int count) {
    return say(key + (count == 1 ? ".one" : ".many"), count);
  }
}
