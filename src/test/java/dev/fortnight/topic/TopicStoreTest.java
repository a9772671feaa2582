package dev.fortnight.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class TopicStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-13T14:00:00Z");

  @Parameter TestDatabase kind;

  private Database database;
  private TopicStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.open(folder);
    store = TopicStore.in(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasStoredBeforeAuthorsWereAskedForIsOpenToOutsiders() {
    String json = TopicJson.write(topic(3, "Three"));

    assertThat(json).doesNotContain("author");
    assertThat(TopicJson.read(json).isOpenToOutsiders()).isTrue();
  }

  @Test
  void givesBackWhatItWasGivenInItsOrder() {
    Topic full =
        new Topic(
            "tools-9",
            "county/tools",
            9,
            "“Who” signs?\u0000",
            "Line\r\nline 🐝",
            TopicState.CLOSED,
            Optional.of("completed"),
            List.of("research", "legal"),
            Optional.of(URI.create("https://github.com/county/tools/issues/9")),
            NOW.minusSeconds(60),
            NOW,
            Optional.of(NOW),
            Optional.of(TopicAuthor.OUTSIDER));
    Topic bare = topic(3, "Three");

    store.replaceAll("one", List.of(full, bare), NOW);

    assertThat(store.topics("one")).containsExactly(full, bare);
  }

  @Test
  void replacesTheTopicsOfOneProgrammeOnly() {
    store.replaceAll("one", List.of(topic(1, "Old"), topic(2, "Gone")), NOW);
    store.replaceAll("other", List.of(topic(1, "Other")), NOW);

    store.replaceAll("one", List.of(topic(1, "New")), NOW);

    assertThat(store.topics("one")).extracting(Topic::title).containsExactly("New");
    assertThat(store.topics("other")).extracting(Topic::title).containsExactly("Other");
  }

  @Test
  void keepsWhatItHadWhenOneOfTheNewTopicsCannotBeStored() {
    store.replaceAll("one", List.of(topic(1, "Old")), NOW);

    assertThatThrownBy(
            () -> store.replaceAll("one", List.of(topic(2, "New"), topic(2, "Twice")), NOW))
        .isInstanceOf(RuntimeException.class);

    assertThat(store.topics("one")).extracting(Topic::title).containsExactly("Old");
  }

  @Test
  void twoSyncsAtOnceLeaveTheTopicsOfOneOfThem() throws Exception {
    store.replaceAll("one", List.of(topic(1, "Old")), NOW);
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> a = threads.submit(() -> replaceAgainAndAgain(start, "A"));
      Future<?> b = threads.submit(() -> replaceAgainAndAgain(start, "B"));
      a.get();
      b.get();
    } finally {
      threads.shutdownNow();
    }

    assertThat(store.topics("one"))
        .extracting(Topic::title)
        .isIn(List.of("A", "A"), List.of("B", "B"));
  }

  @Test
  void twoFirstSyncsAtOnceLeaveTheTopicsOfOneOfThem() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        String programme = "programme-" + i;
        Future<?> a = threads.submit(() -> replace(start, programme, "A"));
        Future<?> b = threads.submit(() -> replace(start, programme, "B"));
        a.get();
        b.get();
        assertThat(store.topics(programme))
            .extracting(Topic::title)
            .isIn(List.of("A", "A"), List.of("B", "B"));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void replace(CyclicBarrier start, String programme, String title) throws Exception {
    start.await();
    store.replaceAll(programme, List.of(topic(1, title), topic(2, title)), NOW);
    return null;
  }

  private Void replaceAgainAndAgain(CyclicBarrier start, String title) throws Exception {
    start.await();
    for (int i = 0; i < 50; i++) {
      store.replaceAll("one", List.of(topic(1, title), topic(2, title)), NOW);
    }
    return null;
  }

  @Test
  void saysWhenItWasSynced() {
    assertThat(store.syncedAt("one")).isEmpty();

    store.replaceAll("one", List.of(), NOW);

    assertThat(store.syncedAt("one")).contains(NOW);
    assertThat(store.syncedAt("other")).isEmpty();
  }

  @Test
  void aSyncStoresWhatTheSourceHas() {
    TopicSource source =
        () -> new TopicSource.Topics(List.of(topic(1, "One")), List.of(), List.of());

    sync(source);

    assertThat(store.topics("one")).extracting(Topic::title).containsExactly("One");
  }

  @Test
  void aSourceThatFailsLeavesTheStoreAsItWas() {
    store.replaceAll("one", List.of(topic(1, "Old")), NOW);
    TopicSource source =
        () -> {
          throw new ProblemException("GitHub is out of reach", "Try again.");
        };

    assertThatThrownBy(() -> sync(source)).isInstanceOf(ProblemException.class);

    assertThat(store.topics("one")).extracting(Topic::title).containsExactly("Old");
  }

  private void sync(TopicSource source) {
    new TopicSync(source, store, Clock.fixed(NOW, ZoneOffset.UTC)).sync("one");
  }

  private static Topic topic(int number, String title) {
    return new Topic(
        String.valueOf(number),
        "council/shared",
        number,
        title,
        "",
        TopicState.OPEN,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        NOW,
        NOW,
        Optional.empty(),
        Optional.empty());
  }
}
