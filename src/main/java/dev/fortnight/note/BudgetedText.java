package dev.fortnight.note;

/**
 * A text that counts how often it is looked at. flexmark has inputs of a few dozen bytes that take
 * it exponential time; it reads every character from here, so running out of the budget stops it
 * from the inside, after the same number of steps on every machine.
 */
final class BudgetedText implements CharSequence {

  /** Honest notes need four to twenty-two looks a character. */
  private static final long LOOKS_PER_CHARACTER = 60;

  private static final long LOOKS_AT_LEAST = 1_000_000;

  private final String text;
  private final char[] characters;
  private long left;

  BudgetedText(String text) {
    this.text = text;
    this.characters = text.toCharArray();
    this.left = LOOKS_AT_LEAST + LOOKS_PER_CHARACTER * text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new SpentException();
    }
    return characters[index];
  }

  @Override
  public int length() {
    return characters.length;
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** The budget is spent. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
