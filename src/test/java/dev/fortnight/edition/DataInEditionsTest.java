package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A table is an item of its own: it is in an edition as it was approved, or not at all. */
@OnBothDatabases
class DataInEditionsTest {

  private static final String KEY = "data/skills.csv";
  private static final String OWNER = "Product owner (illustrative)";

  @Parameter TestDatabase kind;

  @TempDir Path folder;
  private Database database;
  private Editions editions;

  @BeforeEach
  void open() {
    database = kind.open(folder);
    editions = new Editions(database, Source.programme());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }

  private static Instant at(int sprint) {
    return sprint(sprint).review().toInstant().plus(Duration.ofMinutes(30));
  }

  /** Approves all that is open but what is held, and signs off. */
  private ApprovedEdition edition(Source source, int number, Set<String> held) {
    Newest newest = source.at(at(number));
    Review review = editions.review(newest, sprint(number));
    Set<String> open = new HashSet<>();
    review.open().forEach(entry -> open.add(entry.item().key()));
    held.forEach(key -> editions.hold(review, newest, key, OWNER, at(number), "Not yet"));
    open.removeAll(held);
    editions.approve(editions.review(newest, sprint(number)), newest, open, OWNER, at(number));
    return editions.signOff(
        editions.review(newest, sprint(number)).decided(), newest, OWNER, at(number));
  }

  private static String text(SiteTree site, String file) {
    return new String(site.files().get(file), StandardCharsets.UTF_8);
  }

  @Test
  void anApprovedTableIsInTheEditionAndAHeldOneIsNot() {
    Source source = Source.small().data("skills", "Tests,6\n").data("wait", "Secret,7\n");

    SiteTree site = edition(source, 1, Set.of("data/wait.csv")).site();

    assertThat(text(site, "data/skills.csv")).isEqualTo("Skill,Teams\r\nTests,6\r\n");
    assertThat(site.files().keySet()).noneMatch(file -> file.contains("wait"));
    site.files()
        .forEach(
            (file, bytes) ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Secret,7"));
  }

  @Test
  void aHeldChangeLeavesTheTableAsItWasApproved() {
    Source source = Source.small().data("skills", "Tests,6\n");
    edition(source, 1, Set.of());

    SiteTree second = edition(source.data("skills", "Tests,9\n"), 2, Set.of(KEY)).site();

    assertThat(text(second, KEY)).isEqualTo("Skill,Teams\r\nTests,6\r\n");
  }

  @Test
  void aChangedTableIsListedAsChangedAndADeletedOneIsOut() {
    Source source = Source.small().data("skills", "Tests,6\n");
    edition(source, 1, Set.of());
    ApprovedEdition second = edition(source.data("skills", "Tests,9\n"), 2, Set.of());

    assertThat(second.facts().difference().changed())
        .extracting(Tree.Change::item)
        .containsExactly(KEY);
    assertThat(text(second.site(), "edition/index.html"))
        .contains("<a class=\"row__title\" href=\"../data/skills/\">Table skills</a>");
    assertThat(edition(source.data("skills", ""), 3, Set.of()).site().files())
        .doesNotContainKey(KEY);
    assertThat(editions.edition(2, source.at(at(3))).tree()).isEqualTo(second.tree());
  }

  @Test
  void theWorkingSiteShowsTheNewestTableButNoneThatIsHeld() {
    Source source = Source.small().data("skills", "Tests,6\n");

    assertThat(editions.workingSite(source.at(at(1)), sprint(1)).site().files()).containsKey(KEY);
    edition(source, 1, Set.of(KEY));
    assertThat(editions.workingSite(source.at(at(1)), sprint(1)).site().files())
        .doesNotContainKey(KEY);
  }
}
