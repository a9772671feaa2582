package dev.fortnight.announce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** A {@link Delivery} as the columns of its row. */
record StoredDelivery(
    State state,
    Instant since,
    Optional<Instant> notBefore,
    Optional<String> place,
    String why,
    String remedy) {

  enum State {
    WAITING,
    SENDING,
    UNCERTAIN,
    POSTED,
    REFUSED,
    ASKING
  }

  static StoredDelivery of(ResultSet row) throws SQLException {
    return new StoredDelivery(
        State.valueOf(row.getString("state")),
        Instant.parse(row.getString("state_since")),
        Optional.ofNullable(row.getString("not_before")).map(Instant::parse),
        Optional.ofNullable(row.getString("place")),
        row.getString("why"),
        row.getString("remedy"));
  }

  <T extends SqlStatement<T>> T bind(T statement) {
    return statement
        .bind("state", state.name())
        .bind("since", since.toString())
        .bind("notBefore", notBefore.map(Instant::toString).orElse(null))
        .bind("place", place.orElse(null))
        .bind("why", why)
        .bind("remedy", remedy);
  }

  static StoredDelivery of(Delivery delivery) {
    if (delivery instanceof Delivery.Waiting waiting) {
      return plain(State.WAITING, waiting.notBefore(), waiting.why());
    }
    if (delivery instanceof Delivery.Sending sending) {
      return plain(State.SENDING, sending.since(), null);
    }
    if (delivery instanceof Delivery.Uncertain uncertain) {
      return new StoredDelivery(
          State.UNCERTAIN,
          uncertain.since(),
          Optional.of(uncertain.notBefore()),
          Optional.empty(),
          uncertain.why(),
          null);
    }
    if (delivery instanceof Delivery.Posted posted) {
      return new StoredDelivery(
          State.POSTED,
          posted.at(),
          posted.hold().map(Delivery.Hold::until),
          posted.place(),
          posted.hold().map(Delivery.Hold::why).orElse(null),
          posted.hold().map(Delivery.Hold::remedy).orElse(null));
    }
    if (delivery instanceof Delivery.Refused refused) {
      return new StoredDelivery(
          State.REFUSED,
          refused.at(),
          Optional.empty(),
          Optional.empty(),
          refused.why(),
          refused.remedy());
    }
    Delivery.Asking asking = (Delivery.Asking) delivery;
    return plain(State.ASKING, asking.since(), asking.why());
  }

  private static StoredDelivery plain(State state, Instant since, String why) {
    return new StoredDelivery(state, since, Optional.empty(), Optional.empty(), why, null);
  }

  Delivery delivery() {
    return switch (state) {
      case WAITING -> new Delivery.Waiting(since, Optional.ofNullable(why).orElse(""));
      case SENDING -> new Delivery.Sending(since);
      case UNCERTAIN -> new Delivery.Uncertain(since, notBefore.orElse(since), why);
      case POSTED ->
          new Delivery.Posted(
              since, place, notBefore.map(until -> new Delivery.Hold(until, why, remedy)));
      case REFUSED -> new Delivery.Refused(since, why, remedy);
      case ASKING -> new Delivery.Asking(since, why);
    };
  }
}
