package dev.fortnight.topic.github;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Issues to ask after: something was said of them that no list may ever say. */
final class JdbiHintStore {

  private static final String ONE =
      " where programme_id = :programme and repository = :repository and number = :number";

  private final Jdbi jdbi;
  private final String programme;

  JdbiHintStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  Map<String, Set<Integer>> all() {
    Map<String, Set<Integer>> hints = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select repository, number from github_hint where programme_id = :programme")
                .bind("programme", programme)
                .map(
                    (row, context) ->
                        hints
                            .computeIfAbsent(row.getString("repository"), name -> new HashSet<>())
                            .add(row.getInt("number")))
                .list());
    return hints;
  }

  static void put(Handle handle, Place place, int number) {
    place.update(handle, "delete from github_hint" + ONE).bind("number", number).execute();
    place
        .update(handle, "insert into github_hint values (:programme, :repository, :number)")
        .bind("number", number)
        .execute();
  }

  /** Forgets those that were followed. */
  void done(String repository, Set<Integer> numbers) {
    jdbi.useTransaction(
        handle -> {
          for (int number : numbers) {
            new Place(programme, repository)
                .update(handle, "delete from github_hint" + ONE)
                .bind("number", number)
                .execute();
          }
        });
  }
}
