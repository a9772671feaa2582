package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private static final int JOBS = 20;

  @Test
  void oneThatFailsIsToldOnceAllOthersAreDone() {
    Set<Integer> done = new ConcurrentSkipListSet<>();
    Runnable[] jobs =
        IntStream.range(0, JOBS)
            .<Runnable>mapToObj(at -> () -> done.add(at))
            .toArray(Runnable[]::new);
    Runnable failing =
        () -> {
          throw new IllegalStateException("the disk is full");
        };
    Runnable[] all = Arrays.copyOf(jobs, JOBS + 2);
    all[JOBS] = failing;
    all[JOBS + 1] = failing;

    assertThatThrownBy(() -> SideBySide.run(all)).hasMessage("the disk is full");
    assertThat(done).hasSize(JOBS);
  }
}
