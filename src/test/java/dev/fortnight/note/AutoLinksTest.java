package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Looking for bare addresses where one may be finds all that looking everywhere does. */
class AutoLinksTest {

  private static final String[] PARTS = {
    "http://a.b/c",
    "http:",
    "//d.e",
    "www.f.g",
    "WWW.H.I",
    "ww",
    "w.j.k",
    "l@m.n",
    "@",
    "o",
    "&#64;",
    "&commat;",
    "&colon;//",
    "http\\://p.q",
    "mailto:r@s.t",
    "ftp://",
    "x+y://z",
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "\\",
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "<u@v.w>",
    "&amp;",
    "é",
    "|",
    "\n|a|b|\n|-|-|\n|"
  };

  private final Markdown everywhere = new Markdown(AutolinkExtension.create());
  private final Markdown ours = new Markdown(new AutoLinks());

  private record Markdown(Parser parser, HtmlRenderer renderer) {

    Markdown(Extension extension) {
      this(new MutableDataSet().set(Parser.EXTENSIONS, List.of(extension)));
    }

    Markdown(MutableDataSet options) {
      this(Parser.builder(options).build(), HtmlRenderer.builder(options).build());
    }

    String html(String text) {
      return renderer.render(parser.parse(text));
    }
  }

  @Test
  void anAddressIsFoundHoweverItIsWritten() {
    Random random = new Random(14);
    int withLink = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(10); j >= 0; j--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      String html = everywhere.html(text.toString());
      assertThat(ours.html(text.toString())).as(text.toString()).isEqualTo(html);
      withLink += html.contains("<a href") ? 1 : 0;
    }
    assertThat(withLink).as("texts with a link").isBetween(2_000, 9_000);
  }
}
