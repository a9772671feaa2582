package dev.fortnight.store;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What the pools of both databases have in common. */
final class ConnectionPool {

  private static final int MOST_CONNECTIONS = 10;

  private static final Duration FREE_CONNECTION = Duration.ofSeconds(15);

  private ConnectionPool() {}

  /**
   * @param connections says how one is made
   * @param pool says what else holds for all of them
   */
  static AgroalDataSourceConfigurationSupplier of(
      UnaryOperator<AgroalConnectionFactoryConfigurationSupplier> connections,
      UnaryOperator<AgroalConnectionPoolConfigurationSupplier> pool) {
    AgroalDataSourceConfigurationSupplier configuration =
        new AgroalDataSourceConfigurationSupplier();
    pool.apply(
        configuration
            .connectionPoolConfiguration()
            .maxSize(MOST_CONNECTIONS)
            .acquisitionTimeout(FREE_CONNECTION)
            .connectionValidator(ConnectionValidator.defaultValidator())
            .validateOnBorrow(true)
            .connectionFactoryConfiguration(connections));
    return configuration;
  }
}
