package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<p>One <em>two</em> three.</p>            | ⏎One two three.⏎",
        "one<br />two<hr>three                     | one⏎two⏎three",
        "<h2 id=a>Head</h2><pre>code</pre>         | ⏎Head⏎⏎code⏎",
        "<table><tr><td>a</td><th>b</th></tr>      | ⏎⏎a⏎⏎b⏎⏎",
        "<picture>a</picture><param><header>b      | ab",
        "<a href=~0>link</a><img src=~1 alt=x>     | link",
        "1 &lt; 2 &amp;amp; &#39;3&#x27; &quot;    | 1 < 2 &amp; '3' &quot;",
        "no end <p                                 | no end <p",
        "<>a</>                                    | a",
        "<p                                        | <p",
      })
  void textIsWhatPeopleRead(String slotted, String text) {
    assertThat(new Prose(slotted.strip(), List.of(), List.of(), "").text().replace("\n", "⏎"))
        .isEqualTo(text);
  }

  @Test
  void tagsOverSeveralLinesGoToo() {
    assertThat(new Prose("<li\n class=\"a\">one</li\n>", List.of(), List.of(), "").text())
        .isEqualTo("\none\n");
  }
}
