package dev.fortnight.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database's tables to what this version of Fortnight needs. */
final class Migrations {

  private Migrations() {}

  /**
   * @param folder of those migrations that are not the same for both databases
   * @param initialSql what each connection says first; may be empty
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or migrated
   */
  static void run(String folder, DataSource source, String initialSql) {
    Flyway.configure()
        .dataSource(source)
        .initSql(initialSql)
        .locations("classpath:db/migration/both", "classpath:db/migration/" + folder)
        .configuration(Map.of("flyway.cleanDisabled", "true"))
        .load()
        .migrate();
  }
}
