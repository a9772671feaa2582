package dev.fortnight.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How sure the team is of a finding. It is their judgement; the evidence only limits it. */
enum Confidence {
  LOW(0),
  MEDIUM(3),
  HIGH(4);

  private final int marks;

  Confidence(int marks) {
    this.marks = marks;
  }

  /** The word in front matter, for example {@code low}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the evidence bears it. */
  boolean restsOn(Weight weight) {
    return weight.marks() >= marks;
  }

  /** The most that the evidence bears. */
  static Confidence most(Weight weight) {
    return HIGH.restsOn(weight) ? HIGH : MEDIUM.restsOn(weight) ? MEDIUM : LOW;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Confidence::word).toList();
  }

  static Optional<Confidence> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
