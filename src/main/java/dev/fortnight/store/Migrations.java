package dev.fortnight.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables to what this version of Fortnight needs. */
final class Migrations {

  /** The last migration there is. Flyway needs a second to find that out in a new process. */
  static final String NEWEST = "13";

  private Migrations() {}

  /**
   * @param folder of those migrations that are not the same for both databases
   * @param initialSql what each connection says first; may be empty
   * @throws SQLException if the database cannot be reached
   * @throws org.flywaydb.core.api.FlywayException if it cannot be migrated
   */
  static void run(String folder, DataSource source, String initialSql) throws SQLException {
    if (!isCurrent(source)) {
      flyway(folder, source, initialSql).migrate();
    }
  }

  static Flyway flyway(String folder, DataSource source, String initialSql) {
    return Flyway.configure()
        .dataSource(source)
        .initSql(initialSql)
        .locations("classpath:db/migration/both", "classpath:db/migration/" + folder)
        .configuration(Map.of("flyway.cleanDisabled", "true"))
        .load();
  }

  private static boolean isCurrent(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return NEWEST.equals(last(connection));
    }
  }

  private static String last(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet newest =
            statement.executeQuery(
                """
                select "version" from "flyway_schema_history" where "success" = true
                order by "installed_rank" desc\
                """)) {
      return newest.next() ? newest.getString(1) : "none";
    } catch (SQLException e) {
      return "none"; // no tables yet, and whatever else is wrong Flyway finds out
    }
  }
}
