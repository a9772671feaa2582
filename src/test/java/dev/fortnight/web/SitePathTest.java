package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

  @Test
  void namesAreDecoded() {
    assertThat(SitePath.of("a%20b/c+d.html"))
        .contains(new SitePath(List.of("a b", "c+d.html"), false));
    assertThat(SitePath.of("a/")).contains(new SitePath(List.of("a"), true));
    assertThat(SitePath.of("")).contains(new SitePath(List.of(), true));
  }

  @Test
  void folderHasAnIndex() {
    assertThat(SitePath.of("a/").orElseThrow().index().text()).isEqualTo("a/index.html");
    assertThat(SitePath.of("").orElseThrow().index().text()).isEqualTo("index.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..", "../a", "a/../b", "a//b", "/", "/a", ".git/config", "a/.hidden", "%2e%2e/a",
        "..%2fa", "a%2fb", "a%5cb", "a\\b", "C:a", "a%00", "a%0ab", "%zz", "%c0%ae%c0%ae%2f"
      })
  void pathThatCouldLeadElsewhereIsNone(String raw) {
    assertThat(SitePath.of(raw)).isEmpty();
  }
}
