package dev.fortnight.store;

import dev.fortnight.problem.Secret;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens PostgreSQL. What a machine that has died held is let go within 30 seconds: its server
 * process ends a transaction in which nothing happens, and notices that nobody is there.
 */
final class ServerDatabase {

  private static final Duration UNUSED = Duration.ofMinutes(2);

  /** Seconds. */
  private static final int CONNECT = 10;

  /** Seconds without a word from the server; longer than it lets a statement wait for a lock. */
  private static final int SILENCE = 60;

  /** Units as in PostgreSQL's manual, chapter "Server Configuration". */
  private static final String ALIVE =
      "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;";

  private static final String LIMITS =
      ALIVE + " set idle_in_transaction_session_timeout = '20s'; set lock_timeout = '45s'";

  private ServerDatabase() {}

  static Database open(DatabaseAddress.Server server) {
    try {
      Migrations.run("pg", forMigrations(server), ALIVE);
      AgroalDataSource pool = pool(server);
      return new Database(() -> connection(pool, server), pool::close, true);
    } catch (FlywayException | SQLException | IllegalArgumentException e) {
      throw ServerFailure.of(server, e);
    }
  }

  /** A migration may take its time, so nothing here ends a transaction. */
  private static PGSimpleDataSource forMigrations(DatabaseAddress.Server server) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.url());
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false);
    source.setConnectTimeout(CONNECT);
    server.user().ifPresent(source::setUser);
    server.password().map(Secret::reveal).ifPresent(source::setPassword);
    return source;
  }

  private static AgroalDataSource pool(DatabaseAddress.Server server) throws SQLException {
    return AgroalDataSource.from(
        ConnectionPool.of(
            factory -> connections(factory, server), pool -> pool.reapTimeout(UNUSED)));
  }

  private static AgroalConnectionFactoryConfigurationSupplier connections(
      AgroalConnectionFactoryConfigurationSupplier factory, DatabaseAddress.Server server) {
    factory
        .connectionProviderClass(Driver.class)
        .jdbcUrl(server.url())
        .jdbcProperty("connectTimeout", String.valueOf(CONNECT))
        .jdbcProperty("socketTimeout", String.valueOf(SILENCE))
        .jdbcProperty("tcpKeepAlive", "true")
        .jdbcProperty("logServerErrorDetail", "false")
        .jdbcProperty("ApplicationName", "fortnight")
        .initialSql(LIMITS);
    server.user().map(NamePrincipal::new).ifPresent(factory::principal);
    server.password().map(Secret::reveal).map(SimplePassword::new).ifPresent(factory::credential);
    return factory;
  }

  private static Connection connection(AgroalDataSource pool, DatabaseAddress.Server server) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw ServerFailure.of(server, e);
    }
  }
}
