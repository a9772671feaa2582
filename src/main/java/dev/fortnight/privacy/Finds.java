package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what detectors find in one text, and settles which of those that overlap counts. */
final class Finds {

  private static final Comparator<Find> STRONGEST =
      Comparator.comparing(Find::certainty)
          .thenComparing(Find::kind)
          .thenComparing(
              Comparator.comparingInt((Find find) -> find.end() - find.start()).reversed())
          .thenComparingInt(Find::start);

  private final Searchable text;
  private final AllowList allowed;
  private final boolean takesDoubtful;
  private final List<Find> all = new ArrayList<>();

  /**
   * @param least what is less certain is not taken; it never decides about what is certain
   */
  Finds(Searchable text, AllowList allowed, Certainty least) {
    this.text = text;
    this.allowed = allowed;
    this.takesDoubtful = least == Certainty.DOUBTFUL;
  }

  /** Whether it is worth looking for what may be personal and may not. */
  boolean takesDoubtful() {
    return takesDoubtful;
  }

  /**
   * @param start in the searchable text
   * @param end exclusive
   */
  void add(PersonalData kind, Certainty certainty, int start, int end) {
    add(kind, certainty, start, end, Optional.empty());
  }

  void add(
      PersonalData kind, Certainty certainty, int start, int end, Optional<String> participant) {
    if (certainty == Certainty.DOUBTFUL && !takesDoubtful) {
      return;
    }
    String folded = text.lower().substring(start, end);
    if (!allowed.covers(kind, folded)) {
      all.add(
          new Find(
              kind,
              certainty,
              text.sourceStart(start),
              text.sourceEnd(end),
              folded.replaceAll("\\s+", " "),
              participant));
    }
  }

  void certain(PersonalData kind, int start, int end) {
    add(kind, Certainty.CERTAIN, start, end);
  }

  void doubtful(PersonalData kind, int start, int end) {
    add(kind, Certainty.DOUBTFUL, start, end);
  }

  /** In the order of the text; of those that overlap the more certain, then the more telling. */
  List<Find> settled() {
    NavigableMap<Integer, Find> kept = new TreeMap<>();
    all.sort(STRONGEST);
    for (Find find : all) {
      Map.Entry<Integer, Find> before = kept.lowerEntry(find.end());
      if (before == null || before.getValue().end() <= find.start()) {
        kept.put(find.start(), find);
      }
    }
    return List.copyOf(kept.values());
  }
}
