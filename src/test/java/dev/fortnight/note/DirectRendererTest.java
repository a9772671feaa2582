package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.util.ast.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the allow list gets directly is what it would read in flexmark's HTML. */
class DirectRendererTest {

  private static final String[] PARTS = {
    "[a](b.md)",
    "[a *b*](../c.md#d \"t & 'u'\")",
    "[",
    "]",
    "(",
    ")",
    "*",
    "**",
    "_",
    "`",
    "``",
    "> ",
    "- ",
    "* ",
    "1. ",
    "7. ",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "  ",
    "    ",
    "  \n",
    "\\\n",
    "|",
    "\n|a|b|\n|-|:-:|\n",
    "\n| c | `d` |",
    "&",
    "&amp;",
    "\\",
    "\\*",
    "{: #a .evidence}\n",
    "\n{: .note #b}\n\n",
    "~~",
    "~~e~~",
    "http://a.b/c(d)_",
    "www.e.f",
    "g@h.i",
    "word",
    "two words",
    "é",
    "’",
    "\u00a0",
    "#",
    "\n# ",
    "\n## ",
    "\n## Same\n",
    "---",
    "\n---\n",
    "```",
    "\n```js\n",
    "\n```\n",
    "[ ] ",
    "- [x] ",
    "\n- [ ] ",
    "<j@k.l>",
    "<http://m.n>",
    "javascript:o",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "+",
    "!",
    ":",
    "\n: ",
    "[^1]",
    "{::comment}",
    "--",
    "---",
    "…",
    "ς",
    "Σ"
  };

  static Stream<String> notes() throws IOException {
    Stream<Path> files =
        Stream.of("research", "docs", "src/test/resources").flatMap(DirectRendererTest::files);
    return files.map(DirectRendererTest::text);
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void realNotesComeOutTheSame(String note) {
    Stream.concat(Stream.of(note), Stream.of(note.split("\n\n"))).forEach(this::compare);
  }

  @Test
  void soDoesMarkdownMadeOfAnything() {
    Random random = new Random(14);
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(24); j >= 0; j--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      known += compare(text.toString());
    }
    assertThat(known).as("texts that are rendered directly").isGreaterThan(2_500);
  }

  @ParameterizedTest
  @MethodSource("dev.fortnight.note.HostileNotesTest#hostile")
  void soDoHostileTexts(String name, String text) {
    for (int length : List.of(50, 500, 5_000)) {
      String start = text.substring(0, Math.min(length, text.length()));
      if (!Complexity.isTooHigh(start)) {
        compare(start);
      }
    }
  }

  private int compare(String text) {
    Document document;
    AttributedNodes attributed;
    Markdown.Rendered expected;
    try {
      document = FlexmarkMarkdown.parsed(text);
      attributed = AttributedNodes.of(document, text, new Lines(text));
      expected = FlexmarkMarkdown.throughHtml(document, attributed, new LinkLines(text, 1));
    } catch (RuntimeException | StackOverflowError refused) {
      return 0; // whichever way it would have gone
    }
    if (!OrdinaryMarkdown.is(document, text)) {
      return 0;
    }
    assertThat(FlexmarkMarkdown.directly(document, attributed, new LinkLines(text, 1)))
        .as(text)
        .isEqualTo(expected);
    return 1;
  }
}
