package dev.fortnight.store;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the state is: embedded in the data folder, or on a PostgreSQL server. */
public sealed interface DatabaseAddress {

  /** Names a PostgreSQL server; where it is absent or empty, the state is embedded. */
  String URL = "FORTNIGHT_DATABASE_URL";

  String USER = "FORTNIGHT_DATABASE_USER";
  String PASSWORD = "FORTNIGHT_DATABASE_PASSWORD";

  /** H2 in a folder. */
  record Embedded(Path folder) implements DatabaseAddress {

    @Override
    public boolean mayHoldState() {
      return Files.exists(folder.resolve("fortnight.mv.db"));
    }
  }

  /**
   * PostgreSQL.
   *
   * @param url for JDBC; holds no password, so it may be shown
   * @param user absent where the URL names one, or the system's user is meant
   * @param password absent where the server asks for none, or {@code ~/.pgpass} has it
   */
  record Server(String url, Optional<String> user, Optional<Secret> password)
      implements DatabaseAddress {

    private static final String SCHEME = "jdbc:postgresql:";
    private static final Pattern PASSWORD_IN_URL =
        Pattern.compile("[?&](?:ssl)?password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    /**
     * @throws ProblemException if the URL is not one for PostgreSQL or may hold a password; the
     *     message does not repeat it
     */
    public Server {
      if (PASSWORD_IN_URL.matcher(url).find()) {
        throw new ProblemException(
            URL + " holds a user or a password in a place where it would be shown",
            "Leave it out of the URL, and name it in " + USER + " and " + PASSWORD + ".");
      }
      if (!url.startsWith(SCHEME)) {
        throw new ProblemException(
            URL + " is not the address of a PostgreSQL database",
            "Write it as jdbc:postgresql://HOST:PORT/DATABASE, or leave it out to keep the state in"
                + " the data folder.");
      }
    }

    /** The URL without its options. */
    String place() {
      return url.substring(SCHEME.length()).replaceFirst("^//", "").replaceFirst("\\?.*$", "");
    }

    @Override
    public boolean mayHoldState() {
      return true;
    }
  }

  /**
   * Where the environment says that the state is.
   *
   * @throws ProblemException if what it says cannot be used
   */
  static DatabaseAddress of(Path dataFolder, Map<String, String> environment) {
    return value(environment, URL)
        .<DatabaseAddress>map(
            url -> new Server(url, value(environment, USER), password(environment)))
        .orElseGet(() -> new Embedded(dataFolder));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<Secret> password(Map<String, String> environment) {
    try {
      return value(environment, PASSWORD).map(Secret::new);
    } catch (ProblemException e) {
      throw new ProblemException(
          PASSWORD + " holds spaces, or characters beyond ASCII",
          "Give the database's user a password of other characters.",
          e);
    }
  }

  /** Whether there may be any state yet, which is not looked into. */
  boolean mayHoldState();
}
