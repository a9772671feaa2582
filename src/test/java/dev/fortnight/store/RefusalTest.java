package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a database refuses is in no message, no cause and no file beside it. */
@OnBothDatabases
class RefusalTest {

  /** Quotation marks and what looks like H2's own words around it. */
  private static final String CANARY = "Canary's \"KEY ON SECRET(\" view";

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = kind.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aKeyThatIsThereAlready() throws IOException {
    insert(CANARY, CANARY);

    String said = refused(handle -> insert(handle, CANARY, CANARY));

    assertThat(said)
        .contains("the database refused a statement because of ")
        .contains(" on topic (23505)");
  }

  @Test
  void aKeyInABatch() throws IOException {
    insert(CANARY, CANARY);

    String said =
        refused(
            handle -> {
              PreparedBatch batch = handle.prepareBatch("insert into topic_sync values (:p, :at)");
              for (String at : List.of("2026", CANARY)) {
                batch.bind("p", CANARY).bind("at", at).add();
              }
              batch.execute();
            });

    assertThat(said).contains(" on topic_sync (23505)");
  }

  @Test
  void aReferenceToNothing() throws IOException {
    String said =
        refused(
            handle ->
                handle
                    .createUpdate(
                        "insert into edition_removed_topic values (:p, 1, :p, 'DELETED', :p, null)")
                    .bind("p", CANARY)
                    .execute());

    assertThat(said).contains(" on edition_removed_topic (2350");
  }

  @Test
  void whatIsTooLong() throws IOException {
    assertThat(refused(handle -> insert(handle, CANARY.repeat(100), CANARY)))
        .contains("the database refused a statement (22001)");
  }

  @Test
  void whatIsOfAnotherType() throws IOException {
    assertThat(
            refused(
                handle ->
                    handle
                        .createQuery("select cast(:text as integer)")
                        .bind("text", CANARY)
                        .mapTo(Integer.class)
                        .one()))
        .contains("the database refused a statement (22");
  }

  @Test
  void aTableThatIsNotThereIsNamed() throws IOException {
    assertThat(refused(handle -> handle.execute("select * from nowhere"))).contains("nowhere");
  }

  private void insert(String programme, String repository) {
    database
        .jdbi()
        .useHandle(
            handle -> {
              insert(handle, programme, repository);
              handle.execute("insert into topic_sync values (?, '2026')", programme);
            });
  }

  private static void insert(Handle handle, String programme, String repository) {
    handle.execute(
        "insert into topic (programme_id, repository, number, position, content)"
            + " values (?, ?, 1, 1, 'x')",
        programme,
        repository);
  }

  /** All that a log would have of it, lower case; looks into the data folder too. */
  private String refused(HandleConsumer<RuntimeException> statement) throws IOException {
    Throwable failure = catchThrowable(() -> database.jdbi().useTransaction(statement));
    assertThat(failure).isNotNull();
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    assertThat(text.toString()).doesNotContainIgnoringCase("canary");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".trace.db")).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContainIgnoringCase("canary");
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
