package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastingPartsTest {

  private final LastingParts<String> parts = new LastingParts<>(true);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void aPartIsMadeOnce() {
    assertThat(part("card")).isEqualTo("1");
    assertThat(part("card")).isEqualTo("1");
    assertThat(part("other")).isEqualTo("2");
  }

  @Test
  void whatChangedIsMadeAgain() {
    part("card");
    part("other");

    parts.forget(Set.of("card"), Set.of());

    assertThat(part("card")).isEqualTo("3");
    assertThat(part("other")).isEqualTo("2");
  }

  @Test
  void whatShowsARenamedOneIsMadeAgain() {
    part("card", "findings/b/");
    part("other", "findings/c/");

    parts.forget(Set.of(), Set.of("findings/b/", "findings/d/"));

    assertThat(part("card")).isEqualTo("3");
    assertThat(part("other")).isEqualTo("2");
  }

  @Test
  void allIsMadeAgainWhereAnythingMayBeOther() {
    part("card");
    parts.forget();
    assertThat(part("card")).isEqualTo("2");
  }

  @Test
  void whoBuildsOnceKeepsNothing() {
    LastingParts<String> none = new LastingParts<>(false);
    none.part("card", Set::of, () -> "first");
    assertThat(none.part("card", Set::of, () -> "second")).isEqualTo("second");
  }

  private String part(String name, String... named) {
    return parts.part(name, () -> Set.of(named), () -> String.valueOf(made.incrementAndGet()));
  }
}
