package dev.fortnight.store;

import dev.fortnight.problem.ProblemException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Why a PostgreSQL server could not be used, and what to do; repeats nothing the driver says. */
final class ServerFailure {

  private ServerFailure() {}

  /**
   * @param failure of the driver, the pool or a migration
   */
  static ProblemException of(DatabaseAddress.Server server, Exception failure) {
    Explanation explanation = explanation(failure);
    return new ProblemException(
        "the database " + server.place() + " " + explanation.what, explanation.remedy, failure);
  }

  private record Explanation(String what, String remedy) {}

  private static Explanation explanation(Exception failure) {
    if (causes(failure).anyMatch(UnknownHostException.class::isInstance)) {
      return new Explanation(
          "cannot be reached", "No machine has that name: check " + DatabaseAddress.URL + ".");
    }
    if (causes(failure).noneMatch(SQLException.class::isInstance)) {
      return new Explanation(
          "cannot be opened",
          "Check "
              + DatabaseAddress.URL
              + ", that no newer version of Fortnight uses the database, and that nobody else has"
              + " changed its tables.");
    }
    return explanation(state(failure));
  }

  /** Codes as in PostgreSQL's manual, appendix "Error Codes". */
  private static Explanation explanation(String state) {
    return switch (state) {
      case "28P01", "28000" ->
          new Explanation(
              "does not let Fortnight in",
              "Check " + DatabaseAddress.USER + " and " + DatabaseAddress.PASSWORD + ".");
      case "3D000" ->
          new Explanation(
              "does not exist", "Make it with 'createdb', or correct " + DatabaseAddress.URL + ".");
      case "42501" ->
          new Explanation(
              "does not let Fortnight make its tables",
              "Make the user the database's owner, or grant it all rights on the schema.");
      case "53300" ->
          new Explanation(
              "has no connection left", "Raise its max_connections, or let fewer programs use it.");
      default ->
          new Explanation(
              "cannot be reached",
              "Check that it runs and that this machine may connect to it, and check "
                  + DatabaseAddress.URL
                  + ".");
    };
  }

  private static String state(Exception failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }
}
