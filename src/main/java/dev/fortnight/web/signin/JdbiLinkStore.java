package dev.fortnight.web.signin;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Links in the table {@code sign_in_link}. */
final class JdbiLinkStore {

  private final Jdbi jdbi;

  JdbiLinkStore(Jdbi jdbi) {
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
                .bind("expires", StoredInstant.text(expires))
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
                  .bind("now", StoredInstant.text(now))
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
                .bind("now", StoredInstant.text(now))
                .execute());
  }

  private static <S extends SqlStatement<S>> S of(S statement, String programmeId, String hash) {
    return statement.bind("programme", programmeId).bind("hash", hash);
  }
}
