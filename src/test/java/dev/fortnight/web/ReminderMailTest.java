package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the refresh to a mail server. */
@QuarkusTest
@Tag("server")
@TestProfile(AtMailServer.Profile.class)
class ReminderMailTest {

  @Inject Refresh refresh;
  @Inject ServerConfig config;

  @Test
  void theServerRemindsByMailOnce() throws IOException {
    Refreshed.now(refresh);
    refresh.look();
    Refreshed.now(refresh);

    assertThat(refresh.state().failures()).isEmpty();
    List<Path> taken;
    try (Stream<Path> files = Files.list(config.data().resolveSibling(AtMailServer.TAKEN))) {
      taken = files.toList();
    }
    assertThat(taken).hasSize(1);
    assertThat(Files.readString(taken.get(0)))
        .contains("From: fortnight@example.org", "To: ada@example.org")
        .contains("Subject: Shared software: the review of sprint 1 waits")
        .contains("Auto-Submitted: auto-generated")
        .containsPattern("Message-ID: <[0-9a-f]{32}@fortnight.invalid>")
        .contains("4 of 4 changed items are not decided yet")
        .doesNotContain("phone", "clerk");
  }
}
