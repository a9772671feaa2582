package dev.fortnight.problem;

import java.util.Collection;
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
    String nearest = null;
    int least = limit + 1;
    for (String name : known) {
      if (Math.abs(name.length() - misspelt.length()) > limit) {
        continue;
      }
      int distance = distance(misspelt, name, limit);
      if (distance < least || distance == least && nearest != null && name.compareTo(nearest) < 0) {
        nearest = name;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Levenshtein's distance, in which two letters that changed places count as one mistake.
   *
   * @param limit what is farther apart is just over it, because few names are near
   */
  private static int distance(String a, String b, int limit) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    int leastBefore = 0;
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      int least = i;
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
        least = Math.min(least, current[j]);
      }
      // a row follows from the two before it and is never less than both
      if (least > limit && leastBefore >= limit) {
        return limit + 1;
      }
      leastBefore = least;
      int[] spare = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
