package dev.fortnight.cli;

/** Numbers with their nouns. */
final class Counts {

  private Counts() {}

  static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** With one decimal, as in "1.5 s"; what formats numbers otherwise takes long to begin with. */
  static String seconds(double seconds) {
    long tenths = Math.round(10 * seconds);
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
