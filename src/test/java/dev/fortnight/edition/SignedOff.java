package dev.fortnight.edition;

import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes an illustrative programme through its reviews, everything approved. */
public final class SignedOff implements AutoCloseable {

  private static final String OWNER = "Product owner (illustrative)";

  private final Database database;
  private final Editions editions;

  public SignedOff(Path data) {
    this.database = TestDatabase.H2.open(data);
    this.editions = new Editions(database, Source.programme());
  }

  public Database database() {
    return database;
  }

  Editions editions() {
    return editions;
  }

  /** Keys of what waits for a decision in a sprint's review. */
  List<String> open(Source source, int sprint) {
    return editions.review(source.now(), sprint(sprint)).open().stream()
        .map(Review.Entry::key)
        .toList();
  }

  /** The edition of a sprint, of all that the source has then. */
  public ApprovedEdition edition(Source source, int number) {
    Sprint sprint = sprint(number);
    Instant at = reviewOf(number);
    Newest newest = source.at(at);
    Review review = editions.review(newest, sprint);
    Set<String> open =
        review.open().stream().map(entry -> entry.item().key()).collect(Collectors.toSet());
    editions.approve(review, newest, open, OWNER, at);
    return editions.signOff(editions.review(newest, sprint).decided(), newest, OWNER, at);
  }

  public WorkingSite workingSite(Source source, int sprint) {
    return editions.workingSite(source.at(reviewOf(sprint)), sprint(sprint));
  }

  private static Sprint sprint(int number) {
    return new SprintCalendar(Source.programme().cycle()).sprint(number);
  }

  private static Instant reviewOf(int sprint) {
    return sprint(sprint).review().toInstant().plus(Duration.ofMinutes(30));
  }

  @Override
  public void close() {
    database.close();
  }
}
