package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TagPagesTest {

  private static SitePages site;

  @BeforeAll
  static void build() throws Exception {
    site =
        SitePages.working(
            new Illustration()
                .note(
                    "weeknotes/w1.md", "---\ntitle: One\ntags: [Support, \"a <b> & c\"]\n---\nx\n")
                .note("weeknotes/w2.md", "---\ntitle: Two\ntags: [support, \"!!\"]\n---\nx\n")
                .note("weeknotes/w3.md", "---\ntitle: Shut\ndraft: true\ntags: [secret]\n---\nx\n")
                .research());
  }

  @Test
  void eachTagHasAPageWithItsNotes() {
    assertThat(site.page("tags/support/").select(".row").eachText())
        .containsExactly("Weeknote Two", "Weeknote One");
    assertThat(site.page("tags/a-b-c/").select("h1").text()).isEqualTo("About: a <b> & c");
    assertThat(site.page("tags/").select(".tags li").eachText())
        .containsExactly("a <b> & c 1 note", "Support 2 notes");
    assertThat(site.page("weeknotes/w1/").select(".related__tags a").eachAttr("href"))
        .containsExactly("../../tags/support/", "../../tags/a-b-c/");
  }

  @Test
  void aTagOfWhatIsNotPublishedAndATagWithoutLettersHaveNone() {
    assertThat(site.tree().files().keySet())
        .filteredOn(file -> file.startsWith("tags/"))
        .containsExactly("tags/a-b-c/index.html", "tags/index.html", "tags/support/index.html");
  }
}
