package dev.fortnight.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liqp.RenderTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinedTextTest {

  @Test
  void partsReadAsOneText() {
    CharSequence joined = join("one ", join("two", " – "), 3);

    assertThat(joined.toString()).isEqualTo("one two – 3");
    assertThat(joined.length()).isEqualTo(11);
    assertThat(joined.charAt(4)).isEqualTo('t');
    assertThat(joined.subSequence(4, 7)).hasToString("two");
    assertThat(new StringBuilder().append(joined)).hasToString("one two – 3");
  }

  @Test
  void nothingIsAnEmptyText() {
    assertThat(join().toString()).isEmpty();
    assertThat(join("", "").toString()).isEmpty();
  }

  @Test
  void thoseThatReadTheSameAreEqual() {
    assertThat(join("a", "bc")).isEqualTo(join("ab", "c")).hasSameHashCodeAs(join("ab", "c"));
    assertThat(join("a", "bc")).isNotEqualTo(join("ab", "d"));
  }

  /** What is joined comes into filters, conditions and comparisons, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{% capture x %}a{{ page.title }}c{% endcapture %}{{ x ~ upcase }} | ABC",
        "{% capture x %}a{{ page.title }}{% endcapture %}{% if x == 'ab' %}same{% endif %} | same",
        "{% capture x %}a{{ page.title }}{% endcapture %}{% if x contains 'b' %}has{% endif %} | has",
        "{% capture x %}a{{ page.title }}{% endcapture %}{% case x %}{% when 'ab' %}in{% endcase %} | in",
        "{% capture x %}a {{ page.title }}{% endcapture %}{{ x ~ split: ' ' ~ last }} | b",
        "{% capture x %}{% if true %}a{{ page.title }}{% endif %}{% endcapture %}{{ x.size }} | 2",
        "{% for i in (1..3) %}{% ifchanged %}a{{ page.title }}{% endifchanged %}{% endfor %} | ab",
        "{% for i in (1..9) %}{{ i }}{% if i == 2 %}{% break %}{% endif %}-{% endfor %} | 1-2",
        "{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %} | 13",
      })
  void layoutsTreatItAsText(String layout, String html) {
    Map<String, byte[]> files =
        Map.of("_layouts/page.html", layout.replace(" ~ ", " | ").getBytes(UTF_8));
    Layouts layouts = new Layouts(new Theme(new TreeMap<>(files)));

    assertThat(layouts.render("page", Map.of("page", Map.of("title", "b")), "")).isEqualTo(html);
  }

  private static CharSequence join(Object... parts) {
    RenderTransformer.ObjectAppender.Controller all =
        JoinedText.JOINING.newObjectAppender(null, parts.length);
    List.of(parts).forEach(all::append);
    return (CharSequence) all.getResult();
  }
}
