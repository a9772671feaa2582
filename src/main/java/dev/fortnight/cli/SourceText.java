package dev.fortnight.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file's text by lines, each with its place in the file as it is. */
final class SourceText {

  /** The line breaks that notes are read with. */
  private static final Pattern BREAK = Pattern.compile("\\r\\n|\\n|\\r");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<SourceLine> lines = new ArrayList<>();

  /**
   * @param bytes UTF-8; what is not is replaced
   */
  SourceText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int from = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    int offset = from;
    Matcher lineBreak = BREAK.matcher(text);
    while (lineBreak.find(from)) {
      lines.add(new SourceLine(text.substring(from, lineBreak.start()), offset));
      offset += text.codePointCount(from, lineBreak.end());
      from = lineBreak.end();
    }
    lines.add(new SourceLine(text.substring(from), offset));
  }

  /**
   * @param number from 1
   */
  Optional<SourceLine> line(int number) {
    return number >= 1 && number <= lines.size()
        ? Optional.of(lines.get(number - 1))
        : Optional.empty();
  }
}
