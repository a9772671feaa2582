package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SetClock;
import dev.fortnight.site.SiteTree;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionPreviewsTest {

  private static final SiteTree TREE =
      new SiteTree(new TreeMap<>()).with("index.html", new byte[1]);

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private final EditionPreviews previews = new EditionPreviews(clock);

  @Test
  void aPreviewIsThereForAnHour() {
    String token = previews.keep(TREE);
    clock.pass(Duration.ofHours(1).minusSeconds(1));
    assertThat(previews.of(token)).containsSame(TREE);

    clock.pass(Duration.ofSeconds(1));

    assertThat(previews.of(token)).isEmpty();
  }

  @Test
  void theNewestThreeAreKept() {
    String first = previews.keep(TREE);
    String second = previews.keep(TREE);
    previews.keep(TREE);
    previews.keep(TREE);

    assertThat(previews.of(first)).isEmpty();
    assertThat(previews.of(second)).isPresent();
    assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
  }
}
