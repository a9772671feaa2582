package dev.fortnight.check;

import java.util.Locale;

/** Where an assumption stands on the evidence that may be shown. */
public enum AssumptionState {
  UNTESTED("Not tested yet"),
  LEANING("We lean towards it"),
  SUPPORTED("Supported so far"),
  CONTRADICTED("Contradicted so far"),
  MIXED("The evidence is mixed");

  private final String words;

  AssumptionState(String words) {
    this.words = words;
  }

  /** How a reader is told. */
  public String words() {
    return words;
  }

  /** The word in layouts, for example {@code leaning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Twice as many voices on one side are needed for the other side not to count as much. */
  static AssumptionState of(Weight weight) {
    int people = weight.people();
    int against = weight.contradicting();
    if (people + against == 0) {
      return UNTESTED;
    }
    if (against >= 2 * people) {
      return CONTRADICTED;
    }
    if (against > 0 && people < 2 * against) {
      return MIXED;
    }
    boolean isSupported = against == 0 && people >= 4 && weight.methods() >= 2;
    return isSupported ? SUPPORTED : LEANING;
  }
}
