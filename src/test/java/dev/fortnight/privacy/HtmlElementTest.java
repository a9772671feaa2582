package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlElementTest {

  @ParameterizedTest
  @CsvSource({
    "b, INLINE",
    "SPAN, INLINE",
    "strike, INLINE",
    "Code, CODE",
    "br, LINE_BREAK",
    "Td, CELL",
    "p, BLOCK",
    "h1, BLOCK",
    "section, BLOCK",
    "strikes, BLOCK",
    "figcaption, BLOCK",
    "\u212Abd, INLINE",
    "\u0131, BLOCK",
    "\u0130, BLOCK",
  })
  void elementIsKnownByItsNameInAnyCase(String name, HtmlElement element) {
    assertThat(HtmlElement.named(("<" + name + ">").toCharArray(), 1, name.length() + 1))
        .isEqualTo(element);
  }
}
