package dev.fortnight.store;

import java.nio.file.Path;

/** A process of its own that writes rows, one commit each, and prints the number of each. */
public final class RowWriter {

  private RowWriter() {}

  /**
   * @param arguments the data folder, whose rows they are, and how many
   */
  public static void main(String[] arguments) {
    DatabaseAddress address = DatabaseAddress.of(Path.of(arguments[0]), System.getenv());
    try (Database database = Database.open(address)) {
      for (int row = 1; row <= Integer.parseInt(arguments[2]); row++) {
        write(database, arguments[1], row);
        System.out.println("row " + row);
      }
    }
  }

  private static void write(Database database, String programme, int row) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into topic (programme_id, repository, number, position, content)"
                            + " values (:programme, '', :row, :row, '{}')")
                    .bind("programme", programme)
                    .bind("row", row)
                    .execute());
  }
}
