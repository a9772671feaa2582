package dev.fortnight.note;

/** Renders Markdown that stands outside notes, such as a topic's body. */
public final class MarkdownTexts {

  private static final Markdown MARKDOWN = new FlexmarkMarkdown();

  private MarkdownTexts() {}

  /**
   * @throws Markdown.TooComplexException if it cannot be read within its budget
   */
  public static Prose render(String text) throws Markdown.TooComplexException {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    return MARKDOWN.render(lines, 1).prose();
  }
}
