package dev.fortnight.note;

import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Counts the lines that flexmark puts together anew before each line of a paragraph that begins
 * with a sign or a digit and so might make a heading of it. {@link BudgetedText} cannot see that.
 */
final class ParagraphBudget {

  /** A table of 3,000 rows needs 4,500,000; each million takes about 0.1 s. */
  private static final long MOST = 5_000_000;

  /** What an indented line takes of one that stands at the margin under another. */
  private static final int INDENTED = 12;

  /** What one takes that has the marks of a quotation or list before it. */
  private static final int INSIDE = 5;

  private BlockParser paragraph;
  private int lines;
  private int end;
  private long weight;
  private long left = MOST;

  /** Called before each line that might begin a block, with the block that it stands in. */
  void spend(BlockParser open) {
    if (!(open instanceof ParagraphParser current)) {
      return;
    }
    if (current != paragraph) {
      paragraph = current;
      lines = 0;
      weight = 0;
    }
    BlockContent content = current.getBlockContent();
    for (; lines < content.getLineCount(); lines++) {
      BasedSequence line = content.getLine(lines);
      boolean isIndented = content.getLineIndents().get(lines) > 0;
      weight += isIndented ? INDENTED : line.getStartOffset() == end ? 1 : INSIDE;
      end = line.getEndOffset();
    }
    left -= weight;
    if (left < 0) {
      throw new BudgetedText.SpentException();
    }
  }
}
