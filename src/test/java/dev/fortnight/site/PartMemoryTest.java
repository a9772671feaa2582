package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartMemoryTest {

  private final PartMemory<String> memory = new PartMemory<>(true);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void aPartIsMadeAgainOnlyOfSomethingElse() {
    assertThat(part("note", "text")).isEqualTo("1");
    memory.begin();
    assertThat(part("note", "text")).isEqualTo("1");
    memory.begin();
    assertThat(part("note", "other")).isEqualTo("2");
    assertThat(part("note", "other")).isEqualTo("2");
  }

  @Test
  void whatATreeDidNotAskForIsForgotten() {
    part("note", "text");
    memory.begin();
    memory.begin();
    assertThat(part("note", "text")).isEqualTo("2");
  }

  @Test
  void allIsForgottenWhenATreeFails() {
    part("note", "text");
    memory.forget();
    assertThat(part("note", "text")).isEqualTo("2");
  }

  @Test
  void whoBuildsOnceKeepsNothing() {
    PartMemory<String> none = new PartMemory<>(false);
    none.of("note", "text", () -> "first");
    assertThat(none.of("note", "text", () -> "second")).isEqualTo("second");
  }

  private String part(String name, String of) {
    return memory.of(name, List.of(of), () -> String.valueOf(made.incrementAndGet()));
  }
}
