package dev.fortnight.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Makes statements whose failures repeat none of their values, see {@link Refusal}. */
final class DiscreetStatements extends DefaultStatementBuilder {

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return discreet(Statement.class, super.create(connection, context));
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return discreet(PreparedStatement.class, super.create(connection, sql, context));
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return discreet(CallableStatement.class, super.createCall(connection, sql, context));
  }

  private static <S extends Statement> S discreet(Class<S> type, S statement) {
    return type.cast(
        Proxy.newProxyInstance(
            DiscreetStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(statement, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() instanceof SQLException failure
                    ? Refusal.of(failure)
                    : e.getCause();
              }
            }));
  }
}
