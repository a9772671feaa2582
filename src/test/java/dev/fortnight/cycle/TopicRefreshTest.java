package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicStore;
import dev.fortnight.topic.github.Delivery;
import dev.fortnight.topic.github.SimulatedFault;
import dev.fortnight.topic.github.SimulatedGitHub;
import dev.fortnight.topic.github.SimulatedRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicRefreshTest {

  @TempDir Path folder;

  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedRepository shared = github.repository("council/shared");
  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger changesOfAnother = new AtomicInteger();
  private Database database;
  private TopicRefresh topics;
  private TopicRefresh another;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(folder.resolve("research"));
    Files.writeString(
        folder.resolve("research/programme.yml"),
        "title: Shared software\nbacklog: {github: {repositories: [council/shared], api: \""
            + github.address()
            + "\"}}\n");
    database = TestDatabase.H2.open(folder.resolve("data"));
    topics = refresh(changes::incrementAndGet);
    another = refresh(changesOfAnother::incrementAndGet);
    shared.create("One");
    shared.create("Two");
  }

  private TopicRefresh refresh(Runnable changed) {
    return new TopicRefresh(
        Places.of(folder, folder.resolve("data"), Optional.empty()),
        database,
        clock,
        Duration.ofMinutes(5),
        changed,
        report -> {});
  }

  @AfterEach
  void close() {
    database.close();
    github.close();
  }

  private List<String> titles() {
    return TopicStore.in(database).topics("shared-software").stream().map(Topic::title).toList();
  }

  private static Delivery delivery(String id, int gone) {
    return new Delivery(
        id, "Council/Shared", gone == 0 ? OptionalInt.empty() : OptionalInt.of(gone));
  }

  @Test
  void syncsEveryFewMinutesAndTellsOfChangesOnly() {
    topics.ifDue();
    assertThat(titles()).containsExactly("One", "Two");
    assertThat(changes).hasValue(1);
    int asked = github.requests().size();

    clock.pass(Duration.ofMinutes(4));
    topics.ifDue();
    assertThat(github.requests()).hasSize(asked);

    clock.pass(Duration.ofMinutes(1));
    topics.ifDue();
    assertThat(github.requests()).hasSize(asked + 4);
    assertThat(changes).hasValue(1);
  }

  @Test
  void twoProcessesAskNoMoreThanOneAndBothHearOfChanges() {
    topics.ifDue();
    another.ifDue();
    int first = github.requests().size();
    shared.edit(1, "One again", "");

    clock.pass(Duration.ofMinutes(5));
    topics.ifDue();
    int second = github.requests().size();
    another.ifDue();
    clock.pass(Duration.ofMinutes(4));
    another.ifDue();

    assertThat(second).isGreaterThan(first);
    assertThat(github.requests()).hasSize(second);
    assertThat(changes).hasValue(2);
    assertThat(changesOfAnother).hasValue(1);

    clock.pass(Duration.ofMinutes(1));
    another.ifDue();
    assertThat(github.requests()).hasSize(second + 4);
    assertThat(changesOfAnother).hasValue(1);
  }

  @Test
  void aProcessThatFindsAnotherAtItTriesAgainSoon() {
    try (Handle other = database.jdbi().open()) {
      topics.ifDue();
      int before = github.requests().size();
      clock.pass(Duration.ofMinutes(5));
      other.begin();
      other.execute("select programme_id from github_sync_lock for update");
      topics.ifDue();
      assertThat(github.requests()).hasSize(before);

      other.rollback(); // as when it is killed
      topics.ifDue();
      assertThat(github.requests()).hasSize(before + 4);
    }
  }

  @Test
  void webhookBringsTheNextSyncForwardAndDoublesDoNot() {
    topics.ifDue();
    shared.edit(1, "One again", "");
    clock.pass(Duration.ofSeconds(20));

    topics.hint(delivery("a", 0));
    topics.hint(delivery("b", 0));
    topics.hint(delivery("a", 0));
    int before = github.requests().size();
    topics.ifDue();
    assertThat(titles()).containsExactly("One again", "Two");
    assertThat(github.requests()).hasSize(before + 4);

    clock.pass(Duration.ofSeconds(20));
    topics.hint(delivery("a", 0));
    topics.ifDue();
    assertThat(github.requests()).hasSize(before + 4);
  }

  @Test
  void manyWebhooksDoNotMakeManySyncs() {
    topics.ifDue();
    int before = github.requests().size();
    for (int i = 0; i < 2_000; i++) {
      topics.hint(delivery("id " + i, 0));
    }
    clock.pass(Duration.ofSeconds(19));
    topics.ifDue();
    assertThat(github.requests()).hasSize(before);

    clock.pass(Duration.ofSeconds(1));
    topics.ifDue();
    assertThat(github.requests()).hasSize(before + 4);
  }

  @Test
  void webhookOfAnotherRepositoryAsksNothing() {
    topics.ifDue();
    int before = github.requests().size();
    clock.pass(Duration.ofMinutes(1));
    topics.hint(new Delivery("c", "somebody/else", OptionalInt.of(1)));

    topics.ifDue();

    assertThat(github.requests()).hasSize(before);
  }

  @Test
  void deletionIsSeenSoonByItsWebhookAndWithinADayWithout() {
    topics.ifDue();
    shared.delete(1);
    clock.pass(Duration.ofSeconds(20));
    topics.hint(delivery("d", 1));
    topics.ifDue();
    assertThat(titles()).containsExactly("Two");

    shared.create("Three");
    clock.pass(Duration.ofMinutes(5));
    topics.ifDue();
    shared.delete(2);
    clock.pass(Duration.ofHours(1));
    topics.ifDue();
    assertThat(titles()).containsExactly("Two", "Three");
    clock.pass(Duration.ofHours(23));
    topics.ifDue();
    assertThat(titles()).containsExactly("Three");
  }

  @Test
  void lateWordOfADeletionLeavesWhatIsThere() {
    topics.ifDue();
    clock.pass(Duration.ofSeconds(20));
    topics.hint(delivery("late", 1));

    topics.ifDue();

    assertThat(titles()).containsExactly("One", "Two");
  }

  @Test
  void wordsThatAreTooManyToKeepAreMadeUpForByASweep() {
    topics.ifDue();
    shared.delete(1);
    clock.pass(Duration.ofSeconds(20));
    for (int i = 0; i < 10_000; i++) {
      topics.hint(delivery("", 0));
    }
    topics.hint(delivery("one too many", 1));

    topics.ifDue();

    assertThat(titles()).containsExactly("Two");
  }

  @Test
  void limitIsShownAndWaitedForWithoutAsking() {
    github.fail(SimulatedFault.SECONDARY_LIMIT_IN_BODY, 0);
    topics.ifDue();
    assertThat(topics.failures().toString())
        .contains("topics may be behind until 2026-11-13T14:31");
    assertThat(github.requests()).hasSize(1);

    clock.pass(Duration.ofMinutes(5));
    topics.ifDue();
    assertThat(topics.failures()).isEmpty();
    assertThat(titles()).containsExactly("One", "Two");
  }
}
