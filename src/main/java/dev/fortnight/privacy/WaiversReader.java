package dev.fortnight.privacy;

import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code research/waivers.yml}: {@code waivers: [{note, kind, salt, hash, reason, by,
 * until}]}. A waiver that is not clean has no effect.
 */
public final class WaiversReader {

  /** Relative to the programme's folder. */
  public static final String FILE = "research/waivers.yml";

  static final String CHECK = "waiver";

  private static final Set<String> KEYS =
      Set.of("note", "kind", "salt", "hash", "reason", "by", "until");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();

  /** What the file says, and what is wrong with it. */
  public record Result(Waivers waivers, List<Problem> problems) {}

  private WaiversReader() {}

  /**
   * @param bytes UTF-8
   */
  public static Result read(byte[] bytes) {
    WaiversReader reader = new WaiversReader();
    try {
      reader.read(StrictYaml.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (StrictYaml.RefusedException e) {
      reader.problem(e.line(), e.getMessage(), "Correct this line.");
    }
    return new Result(new Waivers(List.copyOf(reader.waivers)), List.copyOf(reader.problems));
  }

  private void read(StrictYaml.Mapping mapping) {
    if (!(mapping.values().get("waivers") instanceof List<?> list)) {
      problem(
          1, "there is no list 'waivers' in this file", "Write 'waivers:' with entries under it.");
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      int line = line(mapping, i);
      if (list.get(i) instanceof Map<?, ?> entry) {
        entry(entry, line);
      } else {
        problem(line, "this is no waiver", "Write it with 'fortnight new waiver'.");
      }
    }
  }

  private static int line(StrictYaml.Mapping mapping, int entry) {
    return mapping.numberedLines().entrySet().stream()
        .filter(key -> key.getKey().startsWith("waivers." + entry + "."))
        .mapToInt(Map.Entry::getValue)
        .min()
        .orElseGet(() -> mapping.line("waivers"));
  }

  private void entry(Map<?, ?> entry, int line) {
    for (Object key : entry.keySet()) {
      if (!KEYS.contains(key)) {
        String meant =
            NearestName.of(String.valueOf(key), KEYS)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse("Take it out.");
        problem(line, "this waiver has a key that none has", meant);
        return;
      }
    }
    for (String key : KEYS.stream().sorted().toList()) {
      if (!(entry.get(key) instanceof String text) || text.isBlank()) {
        problem(line, "this waiver lacks '" + key + "'", "Write it with 'fortnight new waiver'.");
        return;
      }
    }
    complete(entry, line);
  }

  private void complete(Map<?, ?> entry, int line) {
    String salt = (String) entry.get("salt");
    if (!salt.matches("(?:[0-9a-f]{2}){8,64}")) {
      problem(
          line,
          "the salt of this waiver is not hexadecimal",
          "Write it with 'fortnight new waiver'.");
      return;
    }
    PersonalData kind = PersonalData.ofWord((String) entry.get("kind")).orElse(null);
    if (kind == null) {
      problem(
          line, "the kind of this waiver does not exist", "Write it with 'fortnight new waiver'.");
      return;
    }
    try {
      waivers.add(
          new Waiver(
              (String) entry.get("note"),
              kind,
              salt,
              (String) entry.get("hash"),
              (String) entry.get("reason"),
              (String) entry.get("by"),
              LocalDate.parse((String) entry.get("until")),
              line));
    } catch (DateTimeParseException e) {
      problem(line, "the last day of this waiver cannot be read", "Write it as 2026-11-30.");
    }
  }

  private void problem(int line, String what, String remedy) {
    problems.add(
        Problem.error(
            CHECK, new SourceLocation(FILE, line), what + ", so it has no effect", remedy));
  }
}
