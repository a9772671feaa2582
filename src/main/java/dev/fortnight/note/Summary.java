package dev.fortnight.note;

/** The beginning of a text, cut between two words. */
final class Summary {

  private static final int LENGTH = 240;

  private final StringBuilder text = new StringBuilder();

  void add(String more) {
    if (text.length() < 8 * LENGTH) {
      text.append(more);
    }
  }

  boolean isEmpty() {
    return text.toString().isBlank();
  }

  @Override
  public String toString() {
    String words = text.toString().replaceAll("\\s+", " ").strip();
    if (words.length() <= LENGTH) {
      return words;
    }
    int space = words.lastIndexOf(' ', LENGTH);
    int end =
        space > 0 ? space : LENGTH - (Character.isHighSurrogate(words.charAt(LENGTH - 1)) ? 1 : 0);
    return words.substring(0, end) + "…";
  }
}
