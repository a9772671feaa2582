package dev.fortnight.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a conclusion rests on, counted by independent voices and methods. It stands beside the
 * team's own judgement, never instead of it.
 *
 * @param people voices for it
 * @param methods ways of research among them
 * @param contradicting voices against it
 */
public record Weight(int people, int methods, int contradicting) {

  public static final int MOST = 5;

  /** Counts voices: one person heard twice is one voice. */
  public static Weight of(
      Collection<CheckedEvidence> agreeing, Collection<CheckedEvidence> contradicting) {
    Set<String> people = new HashSet<>();
    Set<String> methods = new HashSet<>();
    for (CheckedEvidence evidence : agreeing) {
      people.add(evidence.voice());
      methods.add(evidence.method());
    }
    Set<String> against = new HashSet<>();
    contradicting.forEach(evidence -> against.add(evidence.voice()));
    return new Weight(people.size(), methods.size(), against.size());
  }

  /**
   * From 0 to {@value #MOST}: one for each voice, at most three where all used the same method; one
   * fewer when somebody contradicts, two fewer when as many contradict.
   */
  public int marks() {
    if (people == 0) {
      return 0;
    }
    int most = methods > 1 ? MOST : 3;
    int lost = contradicting == 0 ? 0 : contradicting < people ? 1 : 2;
    return Math.max(1, Math.min(most, people) - lost);
  }

  /** What it counts, for example {@code 4 people, 1 method}. */
  String words() {
    String counted = people + (people == 1 ? " person, " : " people, ");
    String used = methods + (methods == 1 ? " method" : " methods");
    return counted + used + (contradicting == 0 ? "" : ", " + contradicting + " against");
  }

  /** {@code no evidence yet}, {@code weak}, {@code some} or {@code strong}. */
  public String label() {
    return switch (marks()) {
      case 0 -> "no evidence yet";
      case 1, 2 -> "weak";
      case 3 -> "some";
      default -> "strong";
    };
  }
}
