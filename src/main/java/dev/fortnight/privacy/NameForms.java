package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All forms in which a participant may be named. A form is a sequence of folded words. */
final class NameForms {

  /** What a form says about who is meant. */
  enum Kind {
    /** It names them and nobody else. */
    WHOLE,
    /** A first name or a nickname. */
    FIRST_NAME,
    SURNAME,
    /** A surname in the plural, for all who have it. */
    FAMILY,
    /** The initial of a first name with the surname. */
    INITIAL_AND_SURNAME,
    /** First name and surname as one word. */
    JOINED,
    /** Initial and surname as one word, as in addresses; telling only there. */
    JOINED_INITIAL,
    INITIALS,
    ROLE,
    ORGANISATION,
    /** Somebody who may be named, whoever is in the register. */
    ALLOWED
  }

  /** Short forms that people use for each other's first names. */
  private static final Map<String, List<String>> SHORT_FORMS =
      WordList.read("short-names.txt").stream()
          .collect(Collectors.toMap(names -> names.get(0), names -> names));

  private static final int SHORTEST_JOINED = 6;

  private NameForms() {}

  /** Gives each form of a participant with its kind. */
  static void of(Participant person, BiConsumer<List<String>, Kind> taker) {
    List<String> name = words(person.realName());
    whole(name, taker);
    if (name.size() > 1) {
      List<String> shortForms = SHORT_FORMS.getOrDefault(name.get(0), List.of());
      shortForms.forEach(first -> whole(List.of(first, last(name)), taker));
    }
    person.knownAs().stream().map(NameForms::words).forEach(other -> alias(other, name, taker));
    Stream.of(person.emails(), person.phones())
        .flatMap(List::stream)
        .map(NameForms::words)
        .forEach(words -> taker.accept(words, Kind.WHOLE));
    person.role().map(NameForms::words).ifPresent(words -> taker.accept(words, Kind.ROLE));
    person
        .organisation()
        .map(NameForms::words)
        .ifPresent(words -> taker.accept(words, Kind.ORGANISATION));
  }

  private static void alias(
      List<String> other, List<String> name, BiConsumer<List<String>, Kind> taker) {
    if (other.size() > 1) {
      whole(other, taker);
      return;
    }
    taker.accept(other, Kind.FIRST_NAME);
    if (name.size() > 1 && !other.isEmpty()) {
      taker.accept(List.of(other.get(0), last(name)), Kind.WHOLE);
    }
  }

  private static void whole(List<String> name, BiConsumer<List<String>, Kind> taker) {
    if (name.isEmpty()) {
      return;
    }
    String first = name.get(0);
    taker.accept(List.of(first), Kind.FIRST_NAME);
    if (name.size() == 1) {
      return;
    }
    String last = last(name);
    String initial = first.substring(0, first.offsetByCodePoints(0, 1));
    taker.accept(name, Kind.WHOLE);
    taker.accept(List.of(first, last), Kind.WHOLE);
    taker.accept(List.of(last, first), Kind.WHOLE);
    taker.accept(List.of(initial, last), Kind.INITIAL_AND_SURNAME);
    taker.accept(List.of(last, initial), Kind.INITIAL_AND_SURNAME);
    taker.accept(List.of(last), Kind.SURNAME);
    taker.accept(List.of(last + "s"), Kind.FAMILY);
    taker.accept(List.of(last + "es"), Kind.FAMILY);
    surname(name, taker);
    initials(name, taker);
    joined(first + last, Kind.JOINED, taker);
    joined(last + first, Kind.JOINED, taker);
    joined(String.join("", name), Kind.JOINED, taker);
    joined(initial + last, Kind.JOINED_INITIAL, taker);
  }

  /** A surname of several words, as O'Neill or Smith-Jones, is one without its first name too. */
  private static void surname(List<String> name, BiConsumer<List<String>, Kind> taker) {
    if (name.size() > 2) {
      List<String> surname = name.subList(1, name.size());
      taker.accept(surname, Kind.SURNAME);
      String joined = String.join("", surname);
      taker.accept(List.of(joined), Kind.SURNAME);
      taker.accept(List.of(name.get(0), joined), Kind.WHOLE);
      taker.accept(join(surname, List.of(name.get(0))), Kind.WHOLE);
    }
  }

  private static void initials(List<String> name, BiConsumer<List<String>, Kind> taker) {
    List<String> letters = name.stream().map(word -> word.substring(0, 1)).toList();
    List<String> outer = List.of(letters.get(0), letters.get(letters.size() - 1));
    for (List<String> some : List.of(letters, outer)) {
      taker.accept(some, Kind.INITIALS);
      taker.accept(List.of(String.join("", some)), Kind.INITIALS);
    }
  }

  private static void joined(String word, Kind kind, BiConsumer<List<String>, Kind> taker) {
    if (word.length() >= SHORTEST_JOINED) {
      taker.accept(List.of(word), kind);
    }
  }

  private static String last(List<String> name) {
    return name.get(name.size() - 1);
  }

  private static List<String> join(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** The words of a name as they are searched for. */
  static List<String> words(String name) {
    Searchable text = Searchable.of(name);
    List<String> words = new ArrayList<>();
    for (int word = 0; word < text.words(); word++) {
      words.add(text.word(word));
    }
    return words;
  }
}
