package dev.fortnight.check;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The register of participants: a private file outside every repository, to be searched for and
 * never to be published. Nothing here prints what is in it.
 */
public final class Register {

  public static final Register EMPTY = new Register(List.of());

  private final List<Pattern> identifiers;

  private Register(List<Pattern> identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * Reads {@code participants: [{id, real_name, known_as: [], email, phone}]}.
   *
   * @throws ProblemException if the file cannot be read, is not YAML, or names nobody
   */
  public static Register read(Path file) {
    try {
      return of(StrictYaml.read(Files.readString(file)).values().get("participants"), file);
    } catch (IOException | StrictYaml.RefusedException e) {
      throw unreadable(file, e);
    }
  }

  private static ProblemException unreadable(Path file, Exception cause) {
    return new ProblemException(
        "the register " + file + " cannot be read",
        "Check that the file is there and is YAML with 'participants: [{id, real_name}]'.",
        cause);
  }

  private static Register of(Object participants, Path file) {
    if (!(participants instanceof List<?> list) || list.isEmpty()) {
      throw unreadable(file, null);
    }
    List<Pattern> identifiers = new ArrayList<>();
    for (Object entry : list) {
      if (!(entry instanceof Map<?, ?> person) || !(person.get("real_name") instanceof String)) {
        throw unreadable(file, null);
      }
      for (String key : List.of("real_name", "known_as", "email", "phone")) {
        values(person.get(key)).forEach(value -> add(identifiers, value));
      }
    }
    return new Register(List.copyOf(identifiers));
  }

  /** One value or a list of them. */
  private static Stream<String> values(Object value) {
    Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    return values.filter(Objects::nonNull).map(String::valueOf);
  }

  private static void add(List<Pattern> identifiers, String identifier) {
    String folded = folded(identifier).strip();
    if (folded.isEmpty()) {
      return;
    }
    String digits = folded.replaceAll("[ ()+.-]", "");
    String written =
        digits.matches("[0-9]{7,}")
            ? String.join("[ ()+.-]*", digits.split(""))
            : Pattern.quote(folded);
    identifiers.add(Pattern.compile("(?<![\\p{L}\\p{Nd}])" + written + "(?![\\p{L}\\p{Nd}])"));
  }

  boolean isEmpty() {
    return identifiers.isEmpty();
  }

  /** Whether a text names somebody. */
  public boolean names(String text) {
    if (identifiers.isEmpty()) {
      return false;
    }
    String folded = folded(text);
    return identifiers.stream().anyMatch(identifier -> identifier.matcher(folded).find());
  }

  /** Without case, accents, invisible characters and differences of white space. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\p{Cf}]+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }
}
