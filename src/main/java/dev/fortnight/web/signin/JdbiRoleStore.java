package dev.fortnight.web.signin;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** The roles that people had last, in the table {@code sign_in_person}. */
final class JdbiRoleStore {

  private final Jdbi jdbi;

  JdbiRoleStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Empty for somebody who never had one. */
  Optional<Role> role(String programmeId, String person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select role from sign_in_person"
                        + " where programme_id = :programme and person = :person")
                .bind("programme", programmeId)
                .bind("person", person)
                .mapTo(Role.class)
                .findOne());
  }

  /** Of two that change it at once, one is told that it was them. */
  boolean change(String programmeId, String person, Optional<Role> before, Optional<Role> now) {
    try {
      return jdbi.inTransaction(
          handle -> {
            boolean isOurs =
                before.isEmpty() || forget(handle, programmeId, person, before.get()) == 1;
            if (isOurs) {
              now.ifPresent(role -> add(handle, programmeId, person, role));
            }
            return isOurs;
          });
    } catch (UnableToExecuteStatementException e) {
      if (role(programmeId, person).equals(before)) {
        throw e;
      }
      // another process has just done it
      return false;
    }
  }

  private static int forget(Handle handle, String programmeId, String person, Role role) {
    return bound(
            handle.createUpdate(
                "delete from sign_in_person"
                    + " where programme_id = :programme and person = :person and role = :role"),
            programmeId,
            person)
        .bind("role", role.name())
        .execute();
  }

  private static void add(Handle handle, String programmeId, String person, Role role) {
    bound(
            handle.createUpdate(
                "insert into sign_in_person (programme_id, person, role)"
                    + " values (:programme, :person, :role)"),
            programmeId,
            person)
        .bind("role", role.name())
        .execute();
  }

  private static Update bound(Update statement, String programmeId, String person) {
    return statement.bind("programme", programmeId).bind("person", person);
  }
}
