package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.site.SiteTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PreviewCheckTest {

  private static final String SOUND =
      """
      <!DOCTYPE html><html lang="en"><head><title>Page</title></head><body>
      <h1 id="top">Page</h1><h2 id="a b">Part</h2>
      %s
      </body></html>
      """;

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  @Test
  void whatIsSoundHasNothingInTheWay() {
    file("assets/site.css", "");
    file("media/0.png", "");
    page(
        "index.html",
        """
        <a href="findings/one/#a%20b">One</a> <a href="#top">Up</a> <a href="../../working/">Out</a>
        <a href="https://example.org/none">Elsewhere</a> <a href="mailto:team@example.org">Write</a>
        <a href="findings/one/" aria-hidden="true"></a> <a href="./"><img src="media/0.png" alt="Home"></a>
        <img src="media/0.png" alt="">
        <table><tr><th>Count</th></tr><tr><td>1</td></tr></table>
        """);
    page("findings/one/index.html", "<link rel=\"stylesheet\" href=\"../../assets/site.css\">");

    assertThat(said()).isEmpty();
  }

  @Test
  void linksThatLeadNowhereInTheTreeAreFound() {
    page(
        "index.html",
        "<a href=\"gone/\">Gone</a> <a href=\"one/#nothing\">There</a> <img src=\"no.png\" alt=\"No\">");
    page("one/index.html", "");

    assertThat(said())
        .containsExactly(
            "LINKS index.html: a link leads to nothing in the edition",
            "LINKS index.html: a link leads to a place that is not on its page");
  }

  @Test
  void whatKeepsAReaderOutIsFound() {
    file(
        "bare.html",
        "<html><body><h2>Part</h2><h4>Deep</h4><p id=a></p><p id=a></p><a href=\"bare.html\"></a>"
            + "<img src=\"bare.html\"><table><tr><td>1</td></tr></table></body></html>");

    assertThat(said())
        .containsExactly(
            "ACCESSIBILITY bare.html: two places of the page have the same id",
            "ACCESSIBILITY bare.html: the page does not say which language it is in",
            "ACCESSIBILITY bare.html: the page has no title",
            "ACCESSIBILITY bare.html: an image has no alternative text",
            "ACCESSIBILITY bare.html: a link has no words",
            "ACCESSIBILITY bare.html: a table has no header cells",
            "ACCESSIBILITY bare.html: the page has no heading of the first level",
            "ACCESSIBILITY bare.html: a heading skips a level");
  }

  @Test
  void aPageThatOnlyLeadsElsewhereNeedsNoStructure() {
    page("index.html", "");
    file(
        "old/index.html",
        "<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0; url=../\"><a href=\"../\">Here</a>");

    assertThat(said()).isEmpty();
  }

  private void page(String path, String body) {
    file(path, SOUND.formatted(body));
  }

  private void file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> said() {
    return PreviewCheck.faults(new SiteTree(files)).stream()
        .map(fault -> fault.kind() + " " + fault.page() + ": " + fault.what())
        .toList();
  }
}
