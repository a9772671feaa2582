package dev.fortnight.programme;

/**
 * Where a key or a plain value of a YAML text stands.
 *
 * @param path the dotted path of the key; keys inside a list have that of the list
 * @param numbered the same path with the numbers of list elements, from 0
 * @param isKey whether it is the key itself, not its value or an element of its list
 * @param text the key's name or the value as YAML reads it
 * @param line from 1 within the text
 * @param first its first column, from 1, in code points
 * @param end the column behind its last one in that line
 */
public record YamlPlace(
    String path, String numbered, boolean isKey, String text, int line, int first, int end) {

  /** The same place in a file in which other lines stand above the text. */
  public YamlPlace below(int lines) {
    return new YamlPlace(path, numbered, isKey, text, line + lines, first, end);
  }
}
