package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DatabaseSurvivesKillTest {

  private static final int ENOUGH = 400;
  private static final String ENDLESS = "1000000";

  @TempDir Path folder;

  @Test
  void everyAcknowledgedRowIsThereAfterAKill() throws Exception {
    Process writer = writer("killed", ENDLESS);
    List<Integer> acknowledged = new ArrayList<>();
    try (BufferedReader output = writer.inputReader()) {
      for (int row = next(output); row > 0; row = next(output)) {
        acknowledged.add(row);
        if (row == ENOUGH) {
          writer.toHandle().destroyForcibly(); // SIGKILL; what it wrote before can still be read
        }
      }
    }
    writer.waitFor();

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(rows("killed")).containsAll(acknowledged);
  }

  @Test
  void twoProcessesWriteToOneFolderAtOnce() throws Exception {
    Process first = writer("first", "200");
    Process second = writer("second", "200");
    try (BufferedReader one = first.inputReader();
        BufferedReader other = second.inputReader();
        Database third = Database.open(folder)) {
      assertThat(next(one)).isEqualTo(1);
      assertThat(next(other)).isEqualTo(1);
      assertThat(one.lines().toList()).contains("row 200");
      assertThat(other.lines().toList()).contains("row 200");
    }

    List<Integer> all = IntStream.rangeClosed(1, 200).boxed().toList();
    assertThat(rows("first")).isEqualTo(all);
    assertThat(rows("second")).isEqualTo(all);
  }

  private Process writer(String programme, String rows) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RowWriter.class.getName(),
            folder.toString(),
            programme,
            rows)
        .redirectError(new File("/dev/null"))
        .start();
  }

  /** The next row that the writer says is stored; 0 when it says no more. */
  private static int next(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("row ")) {
        return Integer.parseInt(line.substring("row ".length()));
      }
    }
    return 0;
  }

  private List<Integer> rows(String programme) {
    try (Database database = Database.open(folder)) {
      return database
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select number from topic where programme_id = :programme"
                              + " order by number")
                      .bind("programme", programme)
                      .mapTo(Integer.class)
                      .list());
    }
  }
}
