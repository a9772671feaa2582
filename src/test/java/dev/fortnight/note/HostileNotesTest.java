package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that take parsers exponential time, quadratic time or their stack. */
class HostileNotesTest {

  private static final int MOST = 256 * 1024;

  static Stream<Arguments> hostile() {
    return Stream.of(
        text("brackets and backslashes, short", "[\\".repeat(20)),
        text("brackets and backslashes", fill("[\\\\")),
        text("brackets, backslashes and stars", fill("[\\[*")),
        text("quotation marks", fill(">")),
        text("spaced quotation marks", fill("> ")),
        text("stars", fill("* ")),
        text("dashes", fill("- ")),
        text("numbers", fill("1. ")),
        text("mixed markers", fill("> * 1. ")),
        text("indented list", stairs("  ", "* a\n", 500)),
        text("indented quotations", stairs("> ", "a\n", 500)),
        text("run of underscores", fill("_")),
        text("run of stars", fill("*")),
        text("run of tildes", fill("~")),
        text("stars and letters", fill("*a ")),
        text("stars and underscores", fill("*a _b ")),
        text("double stars", fill("a**b")),
        text("processing instructions", fill("<?")),
        text("character data", fill("<![CDATA[")),
        text("declarations", fill("<!A ")),
        text("comments", fill("<!--")),
        text("tags", fill("<a ")),
        text("closing tags", fill("</a")),
        text("open elements", fill("<div>")),
        text("open inline elements", fill("<b>")),
        text("open links", fill("<a href=x>")),
        text("nested tables", fill("<table><tr><td>")),
        text("attributes", "<p " + fill("a=b ").substring(9) + ">"),
        text("autolinks", fill("a.")),
        text("web addresses", fill("www.")),
        text("web addresses with brackets", fill("http://a(")),
        text("mail addresses", fill("a@b.")),
        text("backticks", ticks()),
        text("run of backticks", fill("`")),
        text("open inline links", fill("[a](")),
        text("open link targets", fill("](\n")),
        text("open brackets", fill("[")),
        text("closing brackets", fill("]")),
        text("images", fill("![")),
        text("link definitions", numbered("[%d]: x\n")),
        text("definitions and references", numbered("[%d]: x\n\n[%d] ")),
        text(
            "one definition, many references",
            "[a]: " + "x".repeat(MOST / 2) + "\n\n" + "[a] ".repeat(MOST / 9)),
        text(
            "one title, many references",
            "[a]: x '" + "y".repeat(MOST / 2) + "'\n\n" + "[a] ".repeat(MOST / 9)),
        text("footnotes", numbered("[^%d]: x\n\n[^%d] ")),
        text("one footnote, many references", "[^a]: x\n\n" + "[^a] ".repeat(MOST / 6)),
        text("table rows", "|a|b|\n|-|-|\n" + fill("|a|b|\n").substring(20)),
        text("table columns", "|a".repeat(MOST / 8) + "|\n" + "|-".repeat(MOST / 8) + "|\n"),
        text("table separators", fill("|")),
        text("definition lists", fill("a\n: b\n")),
        text("headings", fill("# a\n")),
        text("one heading of signs", "# " + "#".repeat(MOST - 3) + "x"),
        text("heading with the same name", fill("## a\n\n")),
        text("thematic breaks", fill("***\n")),
        text("entities", fill("&amp;")),
        text("open entities", fill("&#")),
        text("attribute line of spaces", "{:" + " ".repeat(MOST - 2)),
        text("attribute line of letters", "{: " + "a".repeat(MOST - 4) + "}"),
        text("attribute blocks", fill("a\n{: #b .evidence}\n\n")),
        text("attribute blocks in a row", fill("{: #b .evidence}\n")),
        text("open attribute lines", fill("{:\n")),
        text("items far apart", fill("- a\n\n\n")),
        text("empty boxes", fill("- [ ] ")),
        text("code far apart", fill("    a\n\n")),
        text("strong emphasis", fill("***a***")),
        text("items in twos", fill("- a\n- b\n\n")),
        text("open attribute lines in a quotation", fill("> {:\n")),
        text("quotation marks in a paragraph", "a\n" + fill("    >\n(\n")),
        text("fences", fill("```\n")),
        text("links in raw HTML that are written otherwise", fill("<a href='x&amp;y'>a</a>")),
        text("same ids", fill("<p id=a>x</p>\n")),
        text("tabs", fill("\t* a\n")),
        text("white space", fill(" ")),
        text("blank lines", fill("\n")),
        text("one word", fill("a")),
        text("hard breaks", fill("a  \n")),
        text("replacement characters", fill("\0")));
  }

  private static Arguments text(String name, String text) {
    return Arguments.of(name, text.substring(0, Math.min(MOST, text.length())));
  }

  private static String fill(String part) {
    return part.repeat(MOST / part.length());
  }

  private static String stairs(String step, String text, int count) {
    StringBuilder stairs = new StringBuilder();
    for (int i = 0; i < count; i++) {
      stairs.append(step.repeat(i)).append(text);
    }
    return stairs.toString();
  }

  private static String ticks() {
    StringBuilder ticks = new StringBuilder();
    for (int i = 1; ticks.length() < MOST; i = i % 500 + 1) {
      ticks.append("`".repeat(i)).append('a');
    }
    return ticks.toString();
  }

  private static String numbered(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < MOST; i++) {
      text.append(pattern.replace("%d", Integer.toString(i)));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isRenderedOrRefusedAndNeverHangsOrEndsTheRun(String name, String text) {
    // the limit only ends a test that hangs: on an idle machine each takes a second or two at most
    NoteReader.Result result =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> ReadNotes.result("pages/illustrative.md", text));

    if (result instanceof NoteReader.Result.Refused refused) {
      assertThat(refused.problem().toString())
          .isEqualTo(
              "research/pages/illustrative.md:1: the text is nested or repeated beyond what can be"
                  + " read safely, so this note is not published. Look for long runs of brackets,"
                  + " quotation marks or stars and shorten them.");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void inATopicItIsRenderedOrRefusedToo(String name, String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          try {
            MarkdownTexts.render(text.substring(0, Math.min(text.length(), 20_000)));
          } catch (Markdown.TooComplexException e) {
            assertThat(e).hasMessage("too complex");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("timeTaking")
  void whatTakesAParserMoreThanItsShareIsRefused(String text) {
    assertThat(ReadNotes.result("pages/illustrative.md", text))
        .isInstanceOf(NoteReader.Result.Refused.class);
  }

  /** Each stays below every other limit. */
  static Stream<String> timeTaking() {
    return Stream.of(
        fill("~~~a"),
        fill("## a\n\n"),
        fill("a\n=\n\n"),
        " (\n".repeat(1_500),
        "P {: #b}\n {:/})".repeat(2_000),
        "> (\n".repeat(2_900),
        "> |a|\n> |-|\n" + "> |b|\n".repeat(2_900),
        "* |a|\n  |-|\n" + "  |b|\n".repeat(2_900));
  }

  @ParameterizedTest
  @MethodSource("longHonest")
  void longOnesOfTheSameFormAreRead(String text) {
    assertThat(ReadNotes.result("pages/illustrative.md", text))
        .isInstanceOf(NoteReader.Result.Read.class);
  }

  static Stream<String> longHonest() {
    return Stream.of(
        "~~gone~~\n\n".repeat(4_000),
        "## a\n\nWhat we heard.\n\n".repeat(4_000),
        " (a\n".repeat(800),
        "> (a\n".repeat(1_200),
        "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(2_900),
        "* |a|\n  |-|\n" + "  |b|\n".repeat(1_200),
        "```json\n{\n" + "  \"a\": 1,\n".repeat(2_900) + "}\n```\n");
  }

  @Test
  void aStackThatOverflowsInTheSanitizerIsAProblemOfTheNote() throws Exception {
    String nested = "<div>\n\n<b>\n\n".repeat(5_000);
    Thread thread =
        new Thread(
            null,
            () -> assertThat(ReadNotes.result("pages/a.md", nested)).isNotNull(),
            "small stack",
            128 * 1024);
    Throwable[] thrown = new Throwable[1];
    thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
    thread.start();
    thread.join();

    assertThat(thrown[0]).isNull();
  }

  @Test
  void randomMarkdownNeverEndsTheRun() {
    Random random = new Random(14);
    String[] parts = {
      "[",
      "]",
      "(",
      ")",
      "*",
      "_",
      "`",
      "> ",
      "- ",
      "1. ",
      "\n",
      "\n\n",
      "    ",
      "\t",
      "|",
      "|-|",
      "<a ",
      "<b>",
      "</b>",
      "&#",
      "&amp;",
      "!",
      "\\",
      "{: #a .evidence}",
      "{:",
      "}",
      "[^1]",
      ": ",
      "~~",
      "http://a.b",
      "a",
      "é",
      "𝒳",
      "\u202e",
      "#",
      "---",
      "```",
      "<!--",
      "-->",
      "[ ] ",
      "[x] "
    };
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(120); j >= 0; j--) {
              text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            NoteReader.Result result = new NoteReader().read("pages/a.md", bytes);
            if (result instanceof NoteReader.Result.Read read) {
              assertThat(read.note().prose().html(link -> java.util.Optional.of("X"))).isNotNull();
            }
          }
        });
  }

  @Test
  void honestNotesAreNotTakenForHostileOnes() {
    String honest =
        """
        ## What we heard

        **Most** people [said](../findings/a.md) that _support_ matters (see `README.md`).

        > * One
        >   1. Two
        >      - Three

        | a | b |
        |---|---|
        | 1 | 2 |

        ************************************************************

        """;
    assertThat(ReadNotes.result("pages/a.md", honest.repeat(200)))
        .isInstanceOf(NoteReader.Result.Read.class);
  }
}
