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
import org.junit.jupiter.params.Parameter;

@Timeout(120)
@OnBothDatabases
class DatabaseSurvivesKillTest {

  private static final int ENOUGH = 400;
  private static final String ENDLESS = "1000000";

  @Parameter TestDatabase kind;

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
        Database third = kind.open(folder)) {
      assertThat(next(one)).isEqualTo(1);
      assertThat(next(other)).isEqualTo(1);
      assertThat(one.lines().toList()).contains("row 200");
      assertThat(other.lines().toList()).contains("row 200");
    }

    List<Integer> all = IntStream.rangeClosed(1, 200).boxed().toList();
    assertThat(rows("first")).isEqualTo(all);
    assertThat(rows("second")).isEqualTo(all);
  }

  @Test
  void whatAKilledProcessHadLockedIsFreeAgain() throws Exception {
    try (Database database = kind.open(folder)) {
      Process holder = process(RowHolder.class, folder.toString());
      try (BufferedReader output = holder.inputReader()) {
        assertThat(output.lines().filter("held"::equals).findFirst()).isPresent();
        holder.toHandle().destroyForcibly();
      }
      holder.waitFor();

      int changed =
          database
              .jdbi()
              .withHandle(handle -> handle.execute("update topic_sync set synced_at = 'now'"));

      assertThat(changed).isEqualTo(1);
    }
  }

  private Process writer(String programme, String rows) throws IOException {
    return process(RowWriter.class, folder.toString(), programme, rows);
  }

  /** Another process, which is told by its environment where the database is. */
  private Process process(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(new File("/dev/null"));
    if (kind.address(folder) instanceof DatabaseAddress.Server server) {
      builder.environment().put(DatabaseAddress.URL, server.url());
      builder.environment().put(DatabaseAddress.USER, server.user().orElseThrow());
      builder.environment().put(DatabaseAddress.PASSWORD, server.password().orElseThrow().reveal());
    }
    return builder.start();
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
    try (Database database = kind.open(folder)) {
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
