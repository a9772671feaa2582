package dev.fortnight.web.signin;

import static dev.fortnight.web.signin.StoredInstant.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Sessions in the table {@code sign_in_session}. */
final class JdbiSessionStore {

  private final Jdbi jdbi;

  JdbiSessionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(String programmeId, Session session, Instant now) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "insert into sign_in_session (programme_id, hash, name, signed_in_at,"
                            + " seen_at, person, login, grants, proved_at) values (:programme,"
                            + " :hash, :name, :now, :now, :person, :login, :grants, :proved)"),
                    programmeId,
                    session.token())
                .bind("name", session.name())
                .bind("person", session.person().id())
                .bind("login", session.person().login())
                .bind("grants", String.join("\n", new TreeSet<>(session.person().grants())))
                .bind("now", text(now))
                .bind("proved", text(session.provedAt()))
                .execute());
  }

  /** A session, and when it was used last as far as that was noted. */
  record Noted(Session session, Instant seen) {}

  /**
   * @param begun the session was not begun before
   * @param seen it was not last used before
   */
  Optional<Noted> session(String programmeId, String token, Instant begun, Instant seen) {
    return jdbi.withHandle(
        handle ->
            of(
                    handle.createQuery(
                        "select name, person, login, grants, proved_at, seen_at from sign_in_session"
                            + " where programme_id = :programme and hash = :hash"
                            + " and signed_in_at > :begun and seen_at > :seen"),
                    programmeId,
                    token)
                .bind("begun", text(begun))
                .bind("seen", text(seen))
                .map(
                    (row, context) ->
                        new Noted(session(token, row), Instant.parse(row.getString("seen_at"))))
                .findOne());
  }

  private static Session session(String token, ResultSet row) throws SQLException {
    Set<String> grants =
        Set.copyOf(row.getString("grants").lines().filter(line -> !line.isEmpty()).toList());
    return new Session(
        token,
        new Person(row.getString("person"), row.getString("login"), row.getString("name"), grants),
        Instant.parse(row.getString("proved_at")));
  }

  void seen(String programmeId, String token, Instant now) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "update sign_in_session set seen_at = :now"
                            + " where programme_id = :programme and hash = :hash"),
                    programmeId,
                    token)
                .bind("now", text(now))
                .execute());
  }

  void end(String programmeId, String token) {
    endListed(programmeId, Session.hash(token));
  }

  /** The newest first. */
  List<OpenSession> open(String programmeId, Instant begun, Instant seen) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select hash, person, name, signed_in_at, seen_at from sign_in_session"
                        + " where programme_id = :programme and signed_in_at > :begun"
                        + " and seen_at > :seen order by signed_in_at desc, hash")
                .bind("programme", programmeId)
                .bind("begun", text(begun))
                .bind("seen", text(seen))
                .map(
                    (row, context) ->
                        new OpenSession(
                            row.getString("hash"),
                            row.getString("person"),
                            row.getString("name"),
                            Instant.parse(row.getString("signed_in_at")),
                            Instant.parse(row.getString("seen_at"))))
                .list());
  }

  void endListed(String programmeId, String hash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from sign_in_session where programme_id = :programme"
                        + " and hash = :hash")
                .bind("programme", programmeId)
                .bind("hash", hash)
                .execute());
  }

  void forget(String programmeId, Instant begun, Instant seen) {
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

  private static <S extends SqlStatement<S>> S of(S statement, String programmeId, String token) {
    return statement.bind("programme", programmeId).bind("hash", Session.hash(token));
  }
}
