package dev.fortnight.topic.github;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far each list of a repository has been read, and by which pages to see that it changed. */
final class JdbiListStore {

  /** The lists that are read again and again. */
  enum Kind {
    ISSUES,
    COMMENTS,
    LABELS,
    MILESTONES
  }

  /**
   * @param isComplete whether it has ever been read to its end
   * @param since the last change that is known, by GitHub's time
   * @param reached how far the first reading has come
   */
  record Cursor(boolean isComplete, Optional<Instant> since, Optional<Instant> reached) {

    static final Cursor START = new Cursor(false, Optional.empty(), Optional.empty());
  }

  /**
   * A page that GitHub was asked for.
   *
   * @param showsAll whether this page and those after it show each change there may be
   */
  record KnownPage(URI url, String etag, boolean showsAll) {}

  /**
   * A repository's own state.
   *
   * @param topicLabel the label that makes an issue a topic
   * @param rule what the programme said of it, to see when it says something else
   */
  record RepositoryState(Optional<Long> topicLabel, Optional<String> rule, boolean isSweepDue) {

    RepositoryState withSweepDue(boolean isDue) {
      return new RepositoryState(topicLabel, rule, isDue);
    }

    static final RepositoryState START =
        new RepositoryState(Optional.empty(), Optional.empty(), false);
  }

  private static final String MINE =
      " where programme_id = :programme and repository = :repository";
  private static final String KIND = MINE + " and kind = :kind";

  private final Place place;

  JdbiListStore(Place place) {
    this.place = place;
  }

  Cursor cursor(Handle handle, Kind kind) {
    return place
        .query(handle, "select complete, since, reached from github_list" + KIND)
        .bind("kind", kind.name())
        .map(
            (row, context) ->
                new Cursor(
                    row.getBoolean("complete"),
                    Optional.ofNullable(row.getString("since")).map(Instant::parse),
                    Optional.ofNullable(row.getString("reached")).map(Instant::parse)))
        .findOne()
        .orElse(Cursor.START);
  }

  void put(Handle handle, Kind kind, Cursor cursor) {
    place.update(handle, "delete from github_list" + KIND).bind("kind", kind.name()).execute();
    place
        .update(
            handle,
            "insert into github_list"
                + " values (:programme, :repository, :kind, :complete, :since, :reached)")
        .bind("kind", kind.name())
        .bind("complete", cursor.isComplete())
        .bind("since", cursor.since().map(Instant::toString).orElse(null))
        .bind("reached", cursor.reached().map(Instant::toString).orElse(null))
        .execute();
  }

  /** The pages as one identity knows them. */
  List<KnownPage> pages(Handle handle, Kind kind, String identity) {
    return place
        .query(
            handle,
            "select url, etag, shows_all from github_page"
                + KIND
                + " and identity = :identity order by position")
        .bind("kind", kind.name())
        .bind("identity", identity)
        .map(
            (row, context) ->
                new KnownPage(
                    URI.create(row.getString("url")),
                    row.getString("etag"),
                    row.getBoolean("shows_all")))
        .list();
  }

  /**
   * Whether this identity has ever seen the repository; another may have rights that it has not.
   */
  boolean isKnownTo(Handle handle, String identity) {
    return place
            .query(handle, "select count(*) from github_page" + MINE + " and identity = :identity")
            .bind("identity", identity)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  void putPages(Handle handle, Kind kind, String identity, List<KnownPage> pages) {
    forgetPages(handle, kind);
    for (int position = 0; position < pages.size(); position++) {
      KnownPage page = pages.get(position);
      place
          .update(
              handle,
              "insert into github_page values (:programme, :repository, :kind, :position, :url,"
                  + " :etag, :identity, :showsAll)")
          .bind("kind", kind.name())
          .bind("position", position)
          .bind("url", page.url().toString())
          .bind("etag", page.etag())
          .bind("identity", identity)
          .bind("showsAll", page.showsAll())
          .execute();
    }
  }

  void forgetPages(Handle handle, Kind kind) {
    place.update(handle, "delete from github_page" + KIND).bind("kind", kind.name()).execute();
  }

  /** Has a list read from its beginning again. */
  void restart(Handle handle, Kind kind) {
    put(handle, kind, Cursor.START);
    forgetPages(handle, kind);
  }

  RepositoryState repository(Handle handle) {
    return place
        .query(handle, "select topic_label, topic_rule, sweep_due from github_repository" + MINE)
        .map(
            (row, context) ->
                new RepositoryState(
                    Optional.ofNullable((Long) row.getObject("topic_label")),
                    Optional.ofNullable(row.getString("topic_rule")),
                    row.getBoolean("sweep_due")))
        .findOne()
        .orElse(RepositoryState.START);
  }

  void put(Handle handle, RepositoryState state) {
    place.update(handle, "delete from github_repository" + MINE).execute();
    place
        .update(
            handle,
            "insert into github_repository"
                + " values (:programme, :repository, :label, :rule, :due)")
        .bind("label", state.topicLabel().orElse(null))
        .bind("rule", state.rule().orElse(null))
        .bind("due", state.isSweepDue())
        .execute();
  }
}
