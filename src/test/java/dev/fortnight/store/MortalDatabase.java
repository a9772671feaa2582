package dev.fortnight.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database as one of several processes of a test has it. The process may end before and after any
 * statement; then the database does what it does when a process is gone.
 */
public final class MortalDatabase {

  private final Database database;
  private final Runnable pulse;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  /**
   * @param pulse is called before and after each statement; throws what nothing catches when the
   *     process is at its end, and from then on
   */
  public MortalDatabase(Database database, Runnable pulse) {
    this.database = database;
    this.pulse = pulse;
  }

  /** Closing it closes nothing. */
  public Database view() {
    return new Database(this::connection, () -> {}, database.isServer());
  }

  /** Rolls back what the process had not committed. */
  public void bury() throws SQLException {
    for (Connection connection : open) {
      giveBack(connection);
    }
  }

  private Connection connection() throws SQLException {
    pulse.run();
    Connection connection = database.connection();
    open.add(connection);
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("close")) {
            giveBack(connection);
            return null;
          }
          Object result =
              method.getName().matches("commit|setAutoCommit")
                  ? betweenPulses(connection, method, arguments)
                  : call(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            return statement(PreparedStatement.class, statement);
          }
          return result instanceof Statement statement
              ? statement(Statement.class, statement)
              : result;
        });
  }

  private void giveBack(Connection connection) throws SQLException {
    if (open.remove(connection)) {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.close();
    }
  }

  private <T extends Statement> T statement(Class<T> type, T statement) {
    return proxy(
        type,
        (self, method, arguments) ->
            method.getName().startsWith("execute")
                ? betweenPulses(statement, method, arguments)
                : call(statement, method, arguments));
  }

  private Object betweenPulses(Object of, Method method, Object[] arguments) throws Throwable {
    pulse.run();
    Object result = call(of, method, arguments);
    pulse.run();
    return result;
  }

  private static Object call(Object of, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
