package dev.fortnight.privacy;

import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.StrictYaml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the register's file. What it says of a file never repeats what stands in it. */
final class RegisterReader {

  /** Tens of thousands of people. */
  private static final int LARGEST = 20_000_000;

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "real_name",
          "known_as",
          "title",
          "role",
          "organisation",
          "pseudonym",
          "email",
          "phone",
          "consents");

  private static final Set<String> AGREEMENT_KEYS =
      Set.of("date", "sheet_version", "uses", "until", "proof");

  private static final Set<String> USES =
      Set.of("public", "findings-only", "internal", "withdrawn");

  private final Path file;

  private RegisterReader(Path file) {
    this.file = file;
  }

  static List<Participant> read(Path file, Map<String, String> environment) {
    RegisterReader reader = new RegisterReader(file);
    try {
      byte[] bytes = EncryptedFile.plain(Files.readAllBytes(file), file, environment);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return reader.participants(StrictYaml.read(text, LARGEST));
    } catch (CharacterCodingException e) {
      throw reader.problem("is not UTF-8", "Save it as UTF-8.", e);
    } catch (IOException e) {
      throw reader.problem("cannot be read", "Check that the file is there.", e);
    } catch (StrictYaml.RefusedException e) {
      throw reader.problem("is not plain YAML in line " + e.line(), "Correct this line.", null);
    }
  }

  private ProblemException problem(String what, String remedy, Exception cause) {
    return new ProblemException("the register " + file + " " + what, remedy, cause);
  }

  private List<Participant> participants(StrictYaml.Mapping mapping) {
    Object value = mapping.values().get("participants");
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw problem(
          "names nobody", "Write 'participants:' with a list of '{id, real_name}' under it.", null);
    }
    List<Participant> people = new ArrayList<>();
    for (Object entry : list) {
      people.add(participant(entry, "entry " + (people.size() + 1)));
    }
    return List.copyOf(people);
  }

  private Participant participant(Object entry, String place) {
    Map<?, ?> person = mapping(entry, KEYS, place);
    return new Participant(
        needed(person, "id", place),
        needed(person, "real_name", place),
        values(person.get("known_as")).toList(),
        one(person, "title"),
        one(person, "role"),
        one(person, "organisation"),
        one(person, "pseudonym"),
        values(person.get("email")).toList(),
        values(person.get("phone")).toList(),
        agreements(person.get("consents"), place));
  }

  private List<Participant.Agreement> agreements(Object value, String place) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw problem("has 'consents' that are no list in " + place, "Write a list.", null);
    }
    List<Participant.Agreement> agreements = new ArrayList<>();
    for (Object entry : list) {
      Map<?, ?> agreement = mapping(entry, AGREEMENT_KEYS, "a consent of " + place);
      agreements.add(
          new Participant.Agreement(
              date(needed(agreement, "date", place), place),
              one(agreement, "sheet_version"),
              uses(needed(agreement, "uses", place), place),
              one(agreement, "until").map(day -> date(day, place)),
              one(agreement, "proof")));
    }
    return List.copyOf(agreements);
  }

  private Map<?, ?> mapping(Object entry, Set<String> keys, String place) {
    if (!(entry instanceof Map<?, ?> mapping)) {
      throw problem("holds no keys with values in " + place, "Write '{id, real_name}'.", null);
    }
    for (Object key : mapping.keySet()) {
      if (!keys.contains(key)) {
        String meant =
            NearestName.of(String.valueOf(key), keys)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse("Its keys are " + String.join(", ", keys.stream().sorted().toList()) + ".");
        throw problem("has an unknown key in " + place, meant, null);
      }
    }
    return mapping;
  }

  private String needed(Map<?, ?> mapping, String key, String place) {
    return one(mapping, key)
        .orElseThrow(
            () -> problem("lacks '" + key + "' in " + place, "Add '" + key + "' to it.", null));
  }

  private static Optional<String> one(Map<?, ?> mapping, String key) {
    return values(mapping.get(key)).findFirst();
  }

  /** One value or a list of them. */
  private static Stream<String> values(Object value) {
    Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    return values
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private LocalDate date(String value, String place) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw problem("has a date that cannot be read in " + place, "Write it as 2026-11-30.", null);
    }
  }

  private String uses(String value, String place) {
    if (!USES.contains(value)) {
      throw problem(
          "has 'uses' that Fortnight does not know in " + place,
          "Write public, findings-only, internal or withdrawn.",
          null);
    }
    return value;
  }
}
