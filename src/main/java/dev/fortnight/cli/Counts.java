package dev.fortnight.cli;

/** Numbers with their nouns. */
final class Counts {

  private Counts() {}

  static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
