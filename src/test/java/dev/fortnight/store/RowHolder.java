package dev.fortnight.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** A process of its own that locks a row, prints {@code held}, and goes on holding it. */
public final class RowHolder {

  private RowHolder() {}

  /**
   * @param arguments the data folder
   */
  public static void main(String[] arguments) throws IOException {
    DatabaseAddress address = DatabaseAddress.of(Path.of(arguments[0]), System.getenv());
    try (Database database = Database.open(address);
        Handle handle = database.jdbi().open()) {
      handle.execute("insert into topic_sync values ('held', 'then')");
      handle.begin();
      handle.execute("update topic_sync set synced_at = 'never'");
      System.out.println("held");
      System.in.read();
    }
  }
}
