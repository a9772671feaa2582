package dev.fortnight.note;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;

/**
 * Makes lines of attributes blocks of their own, so that the parser, which knows what is in a list,
 * a quotation or a fence, tells which block they stand in.
 */
final class AttributeLines implements Parser.ParserExtension {

  /** No honest one is longer, and looking for the end of many takes long. */
  private static final int LONGEST = 1000;

  /**
   * Lines that one may be wrapped over, because each that is not closed is looked at to its end.
   */
  private static final int MOST_LINES = 5;

  /** What is written in braces, until {@link AttributedNodes} takes it out of the document. */
  static final class Line extends Block {

    private final String said;

    private Line(BasedSequence chars, String said) {
      super(chars);
      this.said = said;
    }

    String said() {
      return said;
    }

    @Override
    public BasedSequence[] getSegments() {
      return EMPTY_SEGMENTS;
    }
  }

  /** Whether a line is one of attributes and nothing else. */
  static boolean isOne(CharSequence line) {
    return written(line.toString().strip() + "\n", 0).isPresent();
  }

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new Factory());
  }

  /** What stands in braces at an offset, braces included; empty where more follows them. */
  private static Optional<String> written(CharSequence text, int start) {
    int most = Math.min(text.length(), start + LONGEST);
    if (start + 2 > most || text.charAt(start) != '{' || text.charAt(start + 1) != ':') {
      return Optional.empty();
    }
    StringBuilder written = new StringBuilder();
    boolean isBlank = false;
    int lines = 1;
    for (int i = start; i < most; i++) {
      char c = text.charAt(i);
      written.append(c);
      if (c == '}' && text.charAt(i - 1) != '\\') {
        return endsLine(text, i + 1) ? Optional.of(written.toString()) : Optional.empty();
      }
      if (c == '\n' && (isBlank || ++lines > MOST_LINES)) {
        return Optional.empty();
      }
      isBlank = c == '\n' || isBlank && (c == ' ' || c == '\t' || c == '>');
    }
    return Optional.empty();
  }

  private static boolean endsLine(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n';
  }

  private static final class LineParser extends AbstractBlockParser {

    private final Line block;
    private final int end;

    LineParser(BasedSequence firstLine, String written) {
      // what is wrapped in a quotation has its marks in front
      String said = written.substring(2, written.length() - 1).replaceAll("\\n[ \\t>]*", " ");
      this.block = new Line(firstLine, said);
      this.end = firstLine.getStartOffset() + written.length();
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return state.getLine().getStartOffset() < end
          ? BlockContinue.atIndex(state.getIndex())
          : BlockContinue.none();
    }

    @Override
    public void addLine(ParserState state, BasedSequence line) {}

    @Override
    public void closeBlock(ParserState state) {}
  }

  private static final class Factory implements CustomBlockParserFactory {

    @Override
    public Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
      ParagraphBudget budget = new ParagraphBudget();
      return new AbstractBlockParserFactory(options) {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
          budget.spend(matched.getBlockParser());
          return start(state);
        }
      };
    }

    private static BlockStart start(ParserState state) {
      BasedSequence line = state.getLine();
      int at = state.getNextNonSpaceIndex();
      if (state.getIndent() >= state.getParsing().CODE_BLOCK_INDENT
          || at >= line.length()
          || line.charAt(at) != '{') {
        return BlockStart.none();
      }
      return written(line.getBaseSequence(), line.getStartOffset() + at)
          .map(text -> new LineParser(line.subSequence(at), text))
          .map(parser -> BlockStart.of(parser).atIndex(line.length()))
          .orElseGet(BlockStart::none);
    }
  }
}
