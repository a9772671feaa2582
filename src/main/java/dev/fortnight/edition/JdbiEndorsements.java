package dev.fortnight.edition;

import org.jdbi.v3.core.Handle;

/** Who has signed what, in the table {@code endorsement}. */
final class JdbiEndorsements {

  private final String programme;

  JdbiEndorsements(String programme) {
    this.programme = programme;
  }

  boolean isThere(Handle handle, Endorsement endorsement) {
    return handle
        .createQuery(
            "select 1 from endorsement where programme_id = :programme and review = :review"
                + " and person = :person")
        .bind("programme", programme)
        .bind("review", endorsement.review())
        .bind("person", endorsement.by().id())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  void add(Handle handle, Endorsement endorsement) {
    handle
        .createUpdate(
            "insert into endorsement (programme_id, review, person, name)"
                + " values (:programme, :review, :person, :name)")
        .bind("programme", programme)
        .bind("review", endorsement.review())
        .bind("person", endorsement.by().id())
        .bind("name", endorsement.by().name())
        .execute();
  }

  int count(Handle handle, String review) {
    return handle
        .createQuery(
            "select count(*) from endorsement where programme_id = :programme and review = :review")
        .bind("programme", programme)
        .bind("review", review)
        .mapTo(Integer.class)
        .one();
  }

  /** After a sign-off was taken back each owner is asked again. */
  void forget(Handle handle) {
    handle
        .createUpdate("delete from endorsement where programme_id = :programme")
        .bind("programme", programme)
        .execute();
  }
}
