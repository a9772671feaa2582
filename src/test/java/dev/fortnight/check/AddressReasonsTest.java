package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that can be no address is told what is wrong with it. */
class AddressReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "two words        | has a space in it",
        "a\u00a0b        | has a space in it",
        "what?            | has '?' in it, which means something else there",
        "a%2e             | has '%' in it, which means something else there",
        "a’b              | has a sign in it that is no letter, digit or hyphen",
        "..               | has two full stops in a row, which would lead elsewhere",
        "a..b             | has two full stops in a row, which would lead elsewhere",
        "etc.             | ends in a full stop",
        "-a               | begins with a sign that is no letter or digit",
        ".hidden          | begins with a sign that is no letter or digit",
        "a/               | has a slash too many",
        "/a               | has a slash too many",
        "nul              | is one that Windows keeps for a device",
        "a.html           | ends like a file",
      })
  void ofASlug(String slug, String reason) {
    Illustration illustration =
        new Illustration().note("pages/a.md", "---\nslug: \"" + slug + "\"\n---\n");

    assertThat(illustration.research().notes()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/a.md:2: the slug "
                + reason
                + ", so it can be no address and this note is not published. Write it with letters,"
                + " digits and hyphens, for example 'week-2'.");
  }

  @ParameterizedTest
  @CsvSource({"200, 1", "201, 0"})
  void ofALongSlug(int length, int published) {
    Illustration illustration =
        new Illustration().note("pages/a.md", "---\nslug: " + "a".repeat(length) + "\n---\n");

    assertThat(illustration.research().notes()).hasSize(published);
    assertThat(illustration.problems().contains("is longer than 200 bytes"))
        .isEqualTo(published == 0);
  }
}
