package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is searched of a long page finds what the whole would give away, and is far shorter. */
class PageDifferenceTest {

  private static final int ENTRIES = 2600;
  private static final int BEFORE = 1400;

  /** What is harmless alone, or hides nothing. */
  private static final List<String> HALVES =
      List.of("sam", "zebra.example", "07700 900", "123", "<a title=\"", "\">", "<li><b", " ", "’");

  /** What an edit might bring in to it. */
  private static final List<String> PIECES =
      List.of(
          "@",
          "&#64;",
          "sam@zebra.example",
          "07700 900",
          "123",
          "<!-- ",
          " -->",
          "`",
          "<code>",
          "</code>",
          "<a title=\"",
          "\">",
          "\\",
          "\uD83E\uDD9A");

  private final PersonalDataSearch search =
      PersonalDataSearch.of(new Illustration().snapshot().programme(), Register.EMPTY);

  @Test
  void ofAnotherTitleAmongThousandsOnlyWhatIsAroundItIsSearched() {
    String seen = page("A heron", "Two herons");
    String now = page("Sam, sam@zebra.example", "Two herons");

    String part = between(now, seen).orElseThrow();

    assertThat(part).contains("sam@zebra.example").startsWith("<").hasSizeLessThan(100_000);
    assertThat(search.certainIn(part)).extracting(Find::kind).containsExactly(PersonalData.EMAIL);
  }

  @Test
  void whatStandsBesideAnEditIsSearchedWithIt() {
    String seen = page("sam zebra.example", "");
    String now = page("sam@zebra.example", "");
    assertThat(search.certainIn(seen)).isEmpty();

    assertThat(search.certainIn(between(now, seen).orElseThrow())).hasSize(1);
  }

  @Test
  void anEditAtTheBeginningOrTheEndIsSearchedFromThereOrUpToThere() {
    String page = page("A heron", "");

    assertThat(between("x" + page, page).get()).startsWith("x<ul>");
    assertThat(between(page + "x", page).get()).endsWith("</ul>\nx");
    assertThat(between(page, page)).contains("");
  }

  @Test
  void aPageWithWhatReachesFarIsNotCut() {
    for (String piece : List.of("<!--", "-->", "`", "<code>", "</CODE>")) {
      assertThat(between(page(piece, ""), page("A heron", ""))).describedAs(piece).isEmpty();
      assertThat(PageDifference.isOf(bytes(page(piece, "")))).describedAs(piece).isFalse();
    }
    assertThat(PageDifference.isOf(bytes(page("A heron", "")))).isTrue();
    assertThat(PageDifference.isOf(bytes("<ul></ul>"))).isFalse();
  }

  @Test
  void itBeginsAndEndsWhereNoValueOfATagCouldHoldIt() {
    String value = "<p title=\"" + "<b>".repeat(2000) + "\">A crane</p>\n";
    String before = value.repeat(100);
    String seen = before + "A heron\n" + before;
    String now = before + "A crane\n" + before;

    String part = between(now, seen).orElseThrow();

    assertThat(part).hasSizeLessThan(now.length()).doesNotStartWith("<b>");
    assertThat(now.substring(now.indexOf(part) + part.length())).doesNotStartWith("<b>");
  }

  @Test
  void whateverAnEditBringsInNothingThatTheWholeGivesAwayIsMissed() {
    Random random = new Random(20261129);
    int leaking = 0;
    for (int run = 0; run < 120; run++) {
      String seen = page(some(HALVES, random), some(HALVES, random));
      if (!PageDifference.isOf(bytes(seen)) || !search.certainIn(seen).isEmpty()) {
        continue;
      }
      String now = edited(seen, random);
      Optional<String> part = between(now, seen);
      boolean isLeaking = !search.certainIn(now).isEmpty();
      leaking += isLeaking && part.isPresent() ? 1 : 0;
      assertThat(part.map(text -> !search.certainIn(text).isEmpty()).orElse(isLeaking))
          .describedAs("run %d", run)
          .isEqualTo(isLeaking);
    }
    assertThat(leaking).isGreaterThan(3);
  }

  private static String edited(String page, Random random) {
    int title = before(BEFORE).length();
    int at = random.nextInt(4) == 0 ? random.nextInt(page.length()) : title + random.nextInt(60);
    int end = Math.min(page.length(), at + random.nextInt(4));
    return page.substring(0, at) + some(PIECES, random) + page.substring(end);
  }

  private static String some(List<String> pieces, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  /** A list with two titles in its middle. */
  private static String page(String title, String next) {
    String rest = entry("A crane – and a reed").repeat(ENTRIES - BEFORE);
    return before(BEFORE) + entry(title) + entry(next) + rest + "</ul>\n";
  }

  private static String before(int entries) {
    return "<ul>\n" + entry("A crane – and a reed").repeat(entries);
  }

  private static String entry(String title) {
    return "<li class=\"entry\">\n<h2><a href=\"../notes/bird/\">"
        + title
        + "</a></h2>\n<p>It stood in the water, for an hour.</p>\n</li>\n";
  }

  private static Optional<String> between(String page, String seen) {
    return PageDifference.between(bytes(page), bytes(seen));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
