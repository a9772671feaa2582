package dev.fortnight.note;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Markdown as GitHub and kramdown writers expect it, and never evaluates anything in it. */
public interface Markdown {

  /**
   * A text rendered.
   *
   * @param quotations the inside of each block that carries an id and the class {@code evidence},
   *     by id
   * @param attributes those of all blocks, in their order
   * @param heading the first heading of the first level as plain text
   * @param omissions what of the text is not in the prose, unless it is left out on purpose
   */
  record Rendered(
      Prose prose,
      Map<String, Prose> quotations,
      List<BlockAttributes> attributes,
      Optional<String> heading,
      List<Omission> omissions) {}

  /**
   * @param text without front matter, lines ending in a line feed
   * @param firstLine the line of the file that the text begins at
   * @throws TooComplexException if it cannot be read within its budget
   */
  Rendered render(String text, int firstLine) throws TooComplexException;

  /** The text would take longer to read than any honest note does. */
  final class TooComplexException extends Exception {
    TooComplexException(Throwable cause) {
      super("too complex", cause);
    }
  }
}
