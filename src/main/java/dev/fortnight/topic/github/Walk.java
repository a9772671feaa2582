package dev.fortnight.topic.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fortnight.topic.github.JdbiListStore.Cursor;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import dev.fortnight.topic.github.JdbiListStore.KnownPage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One reading of a list from a first page to its end, each page stored before the next is asked
 * for. The list is in the order of its changes, so an entry that changes meanwhile comes again at
 * the end, and another one may have slipped past.
 */
final class Walk {

  /** What to do with a page, in the transaction in which it is stored. */
  interface Taker {
    void take(Handle handle, JsonNode page);
  }

  private final GitHubClient client;
  private final Jdbi jdbi;
  private final JdbiListStore lists;
  private final Kind kind;
  private final Set<Long> seen = new HashSet<>();
  private final Set<Integer> numbers = new HashSet<>();
  private boolean isDisturbed;
  private Optional<Instant> newest = Optional.empty();

  Walk(GitHubClient client, Jdbi jdbi, JdbiListStore lists, Kind kind) {
    this.client = client;
    this.jdbi = jdbi;
    this.lists = lists;
    this.kind = kind;
  }

  /** The numbers of the issues that were listed. */
  Set<Integer> numbers() {
    return numbers;
  }

  /** Whether something changed meanwhile, so that something else may have been missed. */
  boolean isDisturbed() {
    return isDisturbed;
  }

  /**
   * Reads to the end and remembers how far that was.
   *
   * @param isFirst whether an interrupted reading goes on where it ended
   * @param showsAll whether the list shows each change there may be
   */
  void read(Answer.Content first, boolean isFirst, boolean showsAll, Taker taker, Runnable progress)
      throws LimitReachedException, FailedException {
    Answer.Content page = first;
    take(page, isFirst, taker);
    progress.run();
    while (page.next().isPresent()) {
      page = NameRefresh.content(client.list(page.next().get(), Optional.empty()));
      take(page, isFirst, taker);
      progress.run();
    }
    finish(first, page, isFirst, showsAll);
  }

  private void take(Answer.Content page, boolean isFirst, Taker taker) {
    page.json().forEach(this::look);
    jdbi.useTransaction(
        handle -> {
          taker.take(handle, page.json());
          if (isFirst) {
            Cursor cursor = lists.cursor(handle, kind);
            lists.put(
                handle, kind, new Cursor(false, cursor.since(), later(cursor.reached(), newest)));
          }
        });
  }

  private void look(JsonNode entry) {
    isDisturbed |= !seen.add(entry.path("id").asLong());
    numbers.add(GitHubJson.numberOf(entry));
    newest = later(newest, GitHubJson.parsed(entry.path("updated_at").asText()));
  }

  private void finish(
      Answer.Content first, Answer.Content last, boolean isFirst, boolean showsAll) {
    jdbi.useTransaction(
        handle -> {
          Cursor cursor = lists.cursor(handle, kind);
          if (isDisturbed && !isFirst && cursor.isComplete()) {
            lists.forgetPages(handle, kind);
            return;
          }
          Optional<Instant> since = later(later(cursor.since(), cursor.reached()), newest);
          lists.put(handle, kind, new Cursor(true, earlier(since, first.date()), Optional.empty()));
          List<KnownPage> pages =
              last.etag().stream()
                  .map(etag -> new KnownPage(last.asked(), etag, showsAll && first == last))
                  .toList();
          lists.putPages(handle, kind, client.identity(), pages);
          if (isDisturbed) {
            lists.put(handle, lists.repository(handle).withSweepDue(true));
          }
        });
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent() && one.get().isBefore(other.get())
        ? other
        : one.or(() -> other);
  }

  /** A change that lies ahead of GitHub's own time would hide those until then. */
  private static Optional<Instant> earlier(Optional<Instant> change, Optional<Instant> date) {
    return change.map(instant -> date.filter(now -> now.isBefore(instant)).orElse(instant));
  }
}
