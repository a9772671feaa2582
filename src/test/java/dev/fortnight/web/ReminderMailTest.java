package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** From the refresh to a mail server. */
@QuarkusTest
@QuarkusTestResource(value = AtMailServer.class, restrictToAnnotatedClass = true)
class ReminderMailTest {

  @Inject Refresh refresh;

  @Test
  void theServerRemindsByMailOnce() {
    refresh.now();
    refresh.look();
    refresh.now();

    assertThat(refresh.state().failures()).isEmpty();
    assertThat(AtMailServer.TAKEN).hasSize(1);
    assertThat(AtMailServer.TAKEN.get(0))
        .contains("From: fortnight@example.org", "To: ada@example.org")
        .contains("Subject: Shared software: the review of sprint 1 waits")
        .contains("Auto-Submitted: auto-generated")
        .containsPattern("Message-ID: <[0-9a-f]{32}@fortnight.invalid>")
        .contains("4 of 4 changed items are not decided yet")
        .doesNotContain("phone", "clerk");
  }
}
