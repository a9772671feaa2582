package dev.fortnight.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an include rendered is shown again only where it would render the same. */
class RenderedIncludesTest {

  private static final String EACH = "{% for item in page.items %}{% include ";
  private static final String END = " %}{% endfor %}";

  private final Map<String, Object> site =
      Map.of("title", "Research", "parts", List.of("a", "b", "c", "d"));
  private final RenderedIncludes kept = new RenderedIncludes();

  @Test
  void keepsWhatHangsOnTheSiteAndOnWhatItIsGiven() {
    kept.begin(site, false);
    Layouts layouts = layouts("{{ include.item }} in {{ site.title }}", Optional.of(kept));

    layouts.render("list", page("x", 1), "");

    assertThat(kept.find("part.html", Map.of("item", 1))).contains("1 in Research");
    assertThat(kept.find("part.html", Map.of("item", 2))).isEmpty();
  }

  @Test
  void showsAgainWhatItKept() {
    kept.begin(site, false);
    kept.keep("part.html", Map.of("item", 1), "as before");
    Layouts layouts = layouts("{{ include.item }}", Optional.of(kept));

    assertThat(layouts.render("list", page("x", 1, 2), "")).isEqualTo("as before2");
  }

  @Test
  void keepsWhatItIsGivenPartOfAList() {
    kept.begin(site, false);
    String nested = "{% assign two = site.parts | slice: 0, 2 %}{% include inner.html of=two %}";
    Layouts layouts = layouts(nested, "{{ include.of | join }}", Optional.of(kept));

    layouts.render("list", page("x", 1), "");

    assertThat(kept.find("inner.html", Map.of("of", List.of("a", "b")))).contains("a b");
  }

  @Test
  void forgetsItForAnotherSite() {
    kept.begin(site, false);
    Layouts layouts = layouts("{{ site.title }}", Optional.of(kept));
    layouts.render("list", page("x", 1), "");

    Map<String, Object> renamed = Map.of("title", "Findings");
    kept.begin(renamed, false);

    assertThat(
            layouts.render(
                "list", Map.of("page", Map.of("items", List.of(1)), "site", renamed), ""))
        .isEqualTo("Findings");
  }

  @Test
  void keepsItForTheSameSite() {
    kept.begin(site, false);
    kept.keep("part.html", Map.of("item", 1), "as before");

    kept.begin(Map.of("title", "Research"), true);

    assertThat(kept.find("part.html", Map.of("item", 1))).contains("as before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ include.item }}{{ page.title }}",
        "{{ include.item }}{% if item %}{{ item }}{% endif %}",
        "{% if include.item == 2 %}{{ page.title }}{% endif %}",
        "{% include inner.html %}",
        "{% assign last = include.item %}{{ last }}",
        "{% capture last %}{{ include.item }}{% endcapture %}{{ last }}",
        "{{ last }}{% include assigned.html item=include.item %}",
        "{% cycle 'odd', 'even' %}",
        "{% ifchanged %}{{ include.item }}{% endifchanged %}",
        "{% increment count %}{{ count }}",
        "{% decrement count %}",
        "{% for i in (1..2) %}{{ forloop.parentloop.index }}{% endfor %}",
        "{% for i in site.parts limit:include.item %}{% endfor %}{% include continued.html %}",
        "{% assign site = page %}{{ site.title }}",
        "{% assign site = page %}{% include plain.html item=include.item %}",
      })
  void rendersAgainWhatHangsOnMore(String part) {
    kept.begin(site, false);
    Layouts keeping = layouts(part, Optional.of(kept));
    for (String title : List.of("one", "two", "one")) {
      Map<String, Object> page = page(title, 1, 2, 2, 1);
      String anew = layouts(part, Optional.empty()).render("list", page, "");

      assertThat(keeping.render("list", page, "")).isEqualTo(anew);
    }
  }

  @Test
  void forgetsWhatNobodyAskedForTheLongest() {
    RenderedIncludes few = new RenderedIncludes(30);
    few.keep("part.html", Map.of("item", 1), "x".repeat(10));
    few.keep("part.html", Map.of("item", 2), "x".repeat(10));
    few.keep("part.html", Map.of("item", 3), "x".repeat(10));
    few.find("part.html", Map.of("item", 1));

    few.keep("part.html", Map.of("item", 4), "x".repeat(15));

    assertThat(few.find("part.html", Map.of("item", 1))).isPresent();
    assertThat(few.find("part.html", Map.of("item", 2))).isEmpty();
    assertThat(few.find("part.html", Map.of("item", 3))).isEmpty();
    assertThat(few.find("part.html", Map.of("item", 4))).isPresent();
  }

  @Test
  void doesNotKeepWhatIsTooLong() {
    RenderedIncludes few = new RenderedIncludes(30);

    few.keep("part.html", Map.of("item", 1), "x".repeat(31));
    few.keep("part.html", Map.of("item", 2), "x".repeat(30));

    assertThat(few.find("part.html", Map.of("item", 1))).isEmpty();
    assertThat(few.find("part.html", Map.of("item", 2))).isPresent();
  }

  private Map<String, Object> page(String title, Integer... items) {
    return Map.of("page", Map.of("title", title, "items", List.of(items)), "site", site);
  }

  private static Layouts layouts(String part, Optional<RenderedIncludes> kept) {
    return layouts(part, "{{ page.title }}", kept);
  }

  private static Layouts layouts(String part, String inner, Optional<RenderedIncludes> kept) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("_layouts/list.html", (EACH + "part.html item=item" + END).getBytes(UTF_8));
    files.put("_includes/part.html", part.getBytes(UTF_8));
    files.put("_includes/inner.html", inner.getBytes(UTF_8));
    files.put("_includes/plain.html", "{{ site.title }}{{ include.item }}".getBytes(UTF_8));
    files.put(
        "_includes/continued.html",
        "{% for i in site.parts offset:continue %}{{ i }}{% endfor %}".getBytes(UTF_8));
    files.put("_includes/assigned.html", "{% assign last = include.item %}".getBytes(UTF_8));
    return new Layouts(new Theme(new TreeMap<>(files)), kept);
  }
}
