package dev.fortnight.programme;

import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One mapping of {@code programme.yml}: hands out typed values and collects what is wrong. */
final class Section {

  private static final String CHECK = "programme";

  private final Lines lines;
  private final String path;
  private final String place;
  private final Map<String, Object> values;
  private final String file;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * Where keys stand.
   *
   * @param numbered the line of each by its path with the numbers of list elements
   */
  private record Lines(Map<String, Integer> numbered) {

    int of(String place) {
      return numbered.getOrDefault(place, 1);
    }

    /** The line of the first key of a mapping. */
    int ofFirstIn(String place, String key) {
      return numbered.getOrDefault(place + key, of(place.replaceFirst("\\.(\\d+\\.)?$", "")));
    }
  }

  Section(StrictYaml.Mapping document, String file, List<Problem> problems) {
    this(new Lines(document.numberedLines()), "", "", document.values(), file, problems);
  }

  private Section(
      Lines lines,
      String path,
      String place,
      Map<String, Object> values,
      String file,
      List<Problem> problems) {
    this.lines = lines;
    this.path = path;
    this.place = place;
    this.values = values;
    this.file = file;
    this.problems = problems;
  }

  boolean has(String key) {
    asked.add(key);
    return values.get(key) != null;
  }

  /** Whether a key holds something, but no mapping. */
  boolean isUnreadable(String key) {
    return has(key) && !(values.get(key) instanceof Map);
  }

  /** The mapping under a key; an empty one where it is left out or is no mapping. */
  @SuppressWarnings("unchecked")
  Section section(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value != null && !(value instanceof Map)) {
      report(key, "'" + path + key + "' must hold keys with values");
    }
    Map<String, Object> inner = value instanceof Map ? (Map<String, Object>) value : Map.of();
    return new Section(lines, path + key + ".", place + key + ".", inner, file, problems);
  }

  /** A list of mappings. */
  @SuppressWarnings("unchecked")
  List<Section> sections(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      List<Section> sections = new ArrayList<>();
      for (Object element : list) {
        Map<String, Object> inner = (Map<String, Object>) element;
        String within = place + key + "." + sections.size() + ".";
        sections.add(new Section(lines, path + key + ".", within, inner, file, problems));
      }
      return List.copyOf(sections);
    }
    report(key, "'" + path + key + "' must be a list of keys with values");
    return List.of();
  }

  Optional<String> text(String key) {
    return read(key, "a line of text", value -> value);
  }

  /** Whether a key is meant but is written otherwise, so that what it says has no effect. */
  boolean isMisspelt(String key) {
    return !values.containsKey(key)
        && values.keySet().stream()
            .anyMatch(
                name -> NearestName.of(name.toLowerCase(Locale.ROOT), Set.of(key)).isPresent());
  }

  boolean flag(String key, boolean absent, boolean unreadable) {
    asked.add(key);
    Object value = values.get(key);
    if (!values.containsKey(key)) {
      return absent;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    report(key, "'" + path + key + "' must be true or false");
    return unreadable;
  }

  int number(String key, int otherwise) {
    return read(key, "a whole number from 1 to 1000", Section::count).orElse(otherwise);
  }

  private static int count(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > 1000) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  List<String> texts(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(Section::isScalar)) {
      return list.stream().map(String::valueOf).toList();
    }
    report(key, "'" + path + key + "' must be a list");
    return List.of();
  }

  /** A list whose every value a parser accepts; what it throws on counts as wrong. */
  <T> List<T> all(String key, String expected, Function<String, T> parser) {
    try {
      return texts(key).stream().map(parser).toList();
    } catch (RuntimeException e) {
      report(key, "'" + path + key + "' must be " + expected);
      return List.of();
    }
  }

  /** A value that a parser accepts; what it throws on counts as wrong. */
  <T> Optional<T> read(String key, String expected, Function<String, T> parser) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (isScalar(value)) {
      try {
        return Optional.of(parser.apply(String.valueOf(value)));
      } catch (RuntimeException e) {
        // reported below: a parser says no by throwing
      }
    }
    report(key, "'" + path + key + "' must be " + expected);
    return Optional.empty();
  }

  void report(String key, String what) {
    problems.add(
        Problem.error(
            CHECK,
            new SourceLocation(file, lines.of(place + key)),
            what + ", so the safe default is used",
            "Correct it, or leave it out."));
  }

  /** Reports the mapping itself, which has no effect. */
  void reportIgnored(String what) {
    problems.add(
        Problem.error(
            CHECK,
            new SourceLocation(file, lines.ofFirstIn(place, firstKey())),
            what + ", so this one has no effect",
            "Correct it, or leave it out."));
  }

  private String firstKey() {
    return values.keySet().stream().findFirst().orElse("");
  }

  /** Reports every key that nothing asked for. */
  void finish(String... sections) {
    asked.addAll(Arrays.asList(sections));
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        String remedy =
            NearestName.of(key, asked)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse("Known here: " + String.join(", ", asked) + ".");
        problems.add(
            Problem.error(
                CHECK,
                new SourceLocation(file, lines.of(place + key)),
                "'" + path + key + "' is not a key that Fortnight knows, so it has no effect",
                remedy));
      }
    }
  }

  private static boolean isScalar(Object value) {
    return value != null && !(value instanceof List) && !(value instanceof Map);
  }
}
