package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

  @ParameterizedTest
  @ValueSource(strings = {"h2", "pg"})
  void newestIsKnown(String folder) {
    JdbcDataSource empty = new JdbcDataSource();
    empty.setUrl("jdbc:h2:mem:");

    MigrationInfo[] all = Migrations.flyway(folder, empty, "").info().all();

    assertThat(Migrations.NEWEST).isEqualTo(all[all.length - 1].getVersion().getVersion());
  }
}
