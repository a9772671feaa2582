package dev.fortnight.topic.github;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Whose rows are meant: those of one repository in one programme. */
record Place(String programme, String repository) {

  Query query(Handle handle, String sql) {
    return handle.createQuery(sql).bind("programme", programme).bind("repository", repository);
  }

  Update update(Handle handle, String sql) {
    return handle.createUpdate(sql).bind("programme", programme).bind("repository", repository);
  }
}
