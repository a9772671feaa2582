package dev.fortnight.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant, for "did you mean" in remedies. */
public final class NearestName {

  /** What is longer is no slip of the finger, and comparing it takes long. */
  private static final int LONGEST = 200;

  private NearestName() {}

  /** The known name nearest to a misspelt one; empty when none is near enough to be meant. */
  public static Optional<String> of(String misspelt, Collection<String> known) {
    if (misspelt.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, misspelt.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - misspelt.length()) <= limit)
        .filter(name -> distance(misspelt, name) <= limit)
        .min(
            Comparator.<String>comparingInt(name -> distance(misspelt, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, in which two letters that changed places count as one mistake. */
  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int substitution = previous[j - 1] + (isSame ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[b.length()];
  }
}
