package dev.fortnight.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why a database refused a statement. Drivers repeat the values that it was about, which may be
 * personal data, so of what they say only the names of the constraint and the table are kept.
 */
final class Refusal extends SQLException {

  /**
   * Classes of states whose messages speak of connections, locks, the schema and the machine only.
   * Source: PostgreSQL's manual, appendix "Error Codes"; H2's {@code org.h2.api.ErrorCode}.
   */
  private static final List<String> WITHOUT_VALUES =
      List.of("08", "40", "42", "53", "55", "57", "HYT");

  private static final String OF_A_CONSTRAINT = "23";

  /**
   * {@code Words: "PUBLIC.KEY_5 INDEX PUBLIC.KEY_6 ON PUBLIC.TOPIC(…) VALUES …} and {@code Words:
   * "KEY_5: PUBLIC.TOPIC FOREIGN …}. What comes after may be anybody's.
   */
  private static final Pattern IN_H2 =
      Pattern.compile(
          "[^\"]*\"(?:PUBLIC\\.)?(\\w{1,100})(?:(?: INDEX [\\w.]{1,200})? ON |: )"
              + "(?:PUBLIC\\.)?(\\w{1,100})[ (]");

  private static final long serialVersionUID = 1L;

  private Refusal(String message, SQLException of) {
    super(message, of.getSQLState(), of.getErrorCode());
    setStackTrace(of.getStackTrace());
  }

  /** The same failure without any value; it has no cause, which would say them again. */
  static SQLException of(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (WITHOUT_VALUES.stream().anyMatch(state::startsWith)) {
      return failure;
    }
    String where =
        state.startsWith(OF_A_CONSTRAINT)
            ? constraint(failure).map(place -> " because of " + place).orElse("")
            : "";
    return new Refusal("the database refused a statement" + where + " (" + state + ")", failure);
  }

  private static Optional<String> constraint(SQLException failure) {
    return Stream.iterate(failure, Objects::nonNull, SQLException::getNextException)
        .map(one -> one instanceof PSQLException server ? inPostgreSql(server) : inH2(one))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> inPostgreSql(PSQLException failure) {
    ServerErrorMessage message = failure.getServerErrorMessage();
    return message == null || message.getConstraint() == null
        ? Optional.empty()
        : Optional.of(message.getConstraint() + " on " + message.getTable());
  }

  private static Optional<String> inH2(SQLException failure) {
    Matcher matcher = IN_H2.matcher(Objects.requireNonNullElse(failure.getMessage(), ""));
    return failure.getClass().getName().startsWith("org.h2.") && matcher.lookingAt()
        ? Optional.of(matcher.group(1) + " on " + matcher.group(2))
        : Optional.empty();
  }
}
