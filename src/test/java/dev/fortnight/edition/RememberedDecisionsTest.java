package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What was read once is not read again, unless something happened, wherever it did. */
@OnBothDatabases
class RememberedDecisionsTest {

  private static final String OWNER = "Product owner (illustrative)";
  private static final Instant NOW = Source.REVIEW;

  private final Source source = Source.small().undo("PT10M");
  private final Newest newest = source.at(NOW);

  @Parameter TestDatabase kind;

  @TempDir Path data;

  private Database database;
  private Editions editions;

  @BeforeEach
  void open() {
    database = kind.open(data);
    editions = new Editions(database, Source.programme());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatAnotherProcessDecidesIsSeenAtOnce() {
    approveAll(editions);
    Review before = review();
    assertThat(review()).isSameAs(before);

    new Editions(database, Source.programme())
        .hold(before, newest, Source.FINDING, OWNER, NOW, "Not yet.");

    assertThat(review().held()).extracting(Review.Entry::key).containsExactly(Source.FINDING);
  }

  @Test
  void aReasonThatIsErasedIsNotRemembered() {
    approveAll(editions);
    editions.hold(review(), newest, Source.FINDING, OWNER, NOW, "Not yet.");
    assertThat(reason()).isEqualTo("Optional[Not yet.]");

    database.jdbi().useHandle(handle -> handle.execute("delete from audit_reason"));

    assertThat(reason()).isEqualTo("Optional.empty");
  }

  @Test
  void aReasonThatIsErasedIsNotRememberedForOneThatAnotherProgrammeGives() {
    editions.hold(review(), newest, Source.FINDING, OWNER, NOW, "Not yet.");
    assertThat(reason()).isEqualTo("Optional[Not yet.]");

    database.jdbi().useHandle(handle -> handle.execute("delete from audit_reason"));
    Editions other = new Editions(EditionStore.in(database, "another"));
    other.hold(
        other.review(newest, sprint()), newest, Source.FINDING, OWNER, NOW, "Not here either.");

    assertThat(reason()).isEqualTo("Optional.empty");
  }

  @Test
  void anEditionThatIsSignedOnceMoreInTheSameMomentIsTheNewOne() {
    EditionStore store = EditionStore.in(database, Source.programme().id());
    approveAll(editions);
    editions.signOff(review().decided(), newest, OWNER, NOW);
    assertThat(items(store)).contains(Source.FINDING);
    editions.takeBack(1, newest, OWNER, NOW);
    editions.hold(review(), newest, Source.FINDING, OWNER, NOW, "Not yet.");

    editions.signOff(review().decided(), newest, OWNER, NOW);

    assertThat(items(store)).isNotEmpty().doesNotContain(Source.FINDING);
  }

  private static Set<String> items(EditionStore store) {
    return store.editions().get(0).items().stream()
        .map(SignedEdition.SignedItem::key)
        .collect(Collectors.toSet());
  }

  private String reason() {
    return ((ItemState.Held) review().held().get(0).state()).decision().reason().toString();
  }

  private void approveAll(Editions by) {
    Set<String> open = review().open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    by.approve(review(), newest, open, OWNER, NOW);
  }

  private Review review() {
    return editions.review(newest, sprint());
  }

  private static Sprint sprint() {
    return new SprintCalendar(Source.programme().cycle()).sprint(1);
  }
}
