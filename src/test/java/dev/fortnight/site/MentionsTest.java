package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionsTest {

  private final Mentions mentions =
      new Mentions(
          Map.of(
              "title",
              "About findings/a/ and others",
              "items",
              List.of(Map.of("url", "../../findings/b/#e1"), List.of("findings/c/"))));

  @Test
  void linksAreFoundWhereverTheyStandAndHoweverOftenOneAsks() {
    for (int times = 0; times < 3; times++) {
      assertThat(mentions.isAnyOf(Set.of("findings/x/", "findings/b/"))).isTrue();
      assertThat(mentions.isAnyOf(Set.of("findings/c/"))).isTrue();
      assertThat(mentions.isAnyOf(Set.of("findings/a/"))).isFalse();
    }
  }

  @Test
  void aLinkIsFoundByWhoAsksFirst() {
    assertThat(new Mentions(Map.of("url", "findings/a/")).isAnyOf(Set.of("findings/a/"))).isTrue();
    assertThat(new Mentions(Map.of("url", "findings/a/")).isAnyOf(Set.of("findings/b/"))).isFalse();
  }
}
