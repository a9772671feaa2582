package dev.fortnight.web.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Links and sessions in the tables {@code sign_in_link} and {@code sign_in_session}. */
final class JdbiSignInStore {

  /** Texts of one width compare as instants do. */
  private static final DateTimeFormatter SAME_WIDTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Jdbi jdbi;

  JdbiSignInStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void addLink(String programmeId, String hash, String name, Instant expires) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "insert into sign_in_link (programme_id, hash, name, expires_at)"
                            + " values (:programme, :hash, :name, :expires)"),
                    programmeId,
                    hash)
                .bind("name", name)
                .bind("expires", text(expires))
                .execute());
  }

  /** Of two that use a link at once, one is let in. */
  Optional<String> takeLink(String programmeId, String hash, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Optional<String> name =
              of(
                      handle.createQuery(
                          "select name from sign_in_link where programme_id = :programme"
                              + " and hash = :hash and expires_at > :now"),
                      programmeId,
                      hash)
                  .bind("now", text(now))
                  .mapTo(String.class)
                  .findOne();
          int taken =
              of(
                      handle.createUpdate(
                          "delete from sign_in_link where programme_id = :programme"
                              + " and hash = :hash"),
                      programmeId,
                      hash)
                  .execute();
          return name.filter(any -> taken == 1);
        });
  }

  void forgetLinks(String programmeId, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from sign_in_link where programme_id = :programme"
                        + " and expires_at <= :now")
                .bind("programme", programmeId)
                .bind("now", text(now))
                .execute());
  }

  void addSession(String programmeId, String hash, String name, Instant now) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "insert into sign_in_session"
                            + " (programme_id, hash, name, signed_in_at, seen_at)"
                            + " values (:programme, :hash, :name, :now, :now)"),
                    programmeId,
                    hash)
                .bind("name", name)
                .bind("now", text(now))
                .execute());
  }

  /**
   * @param begun the session was not begun before
   * @param seen it was not last used before
   */
  Optional<Session> session(String programmeId, String token, Instant begun, Instant seen) {
    return jdbi.withHandle(
        handle ->
            of(
                    handle.createQuery(
                        "select name, signed_in_at from sign_in_session"
                            + " where programme_id = :programme and hash = :hash"
                            + " and signed_in_at > :begun and seen_at > :seen"),
                    programmeId,
                    Session.hash(token))
                .bind("begun", text(begun))
                .bind("seen", text(seen))
                .map(
                    (row, context) ->
                        new Session(
                            token,
                            row.getString("name"),
                            Instant.parse(row.getString("signed_in_at"))))
                .findOne());
  }

  /** Tells whether the session is still there. */
  boolean seen(String programmeId, String hash, Instant now) {
    return jdbi.withHandle(
        handle ->
            of(
                        handle.createUpdate(
                            "update sign_in_session set seen_at = :now"
                                + " where programme_id = :programme and hash = :hash"),
                        programmeId,
                        hash)
                    .bind("now", text(now))
                    .execute()
                == 1);
  }

  void endSession(String programmeId, String hash) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "delete from sign_in_session where programme_id = :programme"
                            + " and hash = :hash"),
                    programmeId,
                    hash)
                .execute());
  }

  void forgetSessions(String programmeId, Instant begun, Instant seen) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from sign_in_session where programme_id = :programme"
                        + " and (signed_in_at <= :begun or seen_at <= :seen)")
                .bind("programme", programmeId)
                .bind("begun", text(begun))
                .bind("seen", text(seen))
                .execute());
  }

  private static <S extends SqlStatement<S>> S of(S statement, String programmeId, String hash) {
    return statement.bind("programme", programmeId).bind("hash", hash);
  }

  private static String text(Instant instant) {
    return SAME_WIDTH.format(instant);
  }
}
