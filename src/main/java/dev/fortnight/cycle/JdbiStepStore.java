package dev.fortnight.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** {@link StepStore} on SQL. */
final class JdbiStepStore implements StepStore {

  /** Of the columns that hold sentences. */
  private static final int LONGEST = 1000;

  private final Jdbi jdbi;
  private final String programme;

  JdbiStepStore(Jdbi jdbi, String programme) {
    this.jdbi = jdbi;
    this.programme = programme;
  }

  @Override
  public List<StepRecord> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from cycle_step where programme_id = :programme")
                .bind("programme", programme)
                .map((row, context) -> record(row))
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(StepRecord::step))
                .toList());
  }

  /** Empty for a step that only a newer Fortnight knows. */
  private static Optional<StepRecord> record(ResultSet row) throws SQLException {
    String name = row.getString("step");
    Optional<Step> step =
        Stream.of(Step.values()).filter(one -> one.name().equals(name)).findFirst();
    if (step.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StepRecord(
            step.get(),
            row.getString("run"),
            state(row),
            time(row, "done_at"),
            time(row, "due_at")));
  }

  private static StepState state(ResultSet row) throws SQLException {
    Instant since = Instant.parse(row.getString("since"));
    String said = row.getString("said");
    String remedy = row.getString("remedy");
    String state = row.getString("state");
    return switch (state) {
      case "RUNNING" -> new StepState.Running(since);
      case "DONE" -> new StepState.Done(since, said);
      case "WAITING" -> new StepState.Waiting(since, said, remedy);
      case "FAILED" -> new StepState.Failed(since, said, remedy);
      default -> throw new IllegalStateException("no state of a step: " + state);
    };
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Instant::parse);
  }

  @Override
  public void put(StepRecord record) {
    if (update(record) == 0) {
      try {
        insert(record);
      } catch (UnableToExecuteStatementException e) {
        // another process may have been faster; where it was something else this fails again
        if (update(record) == 0) {
          throw e;
        }
      }
    }
  }

  private int update(StepRecord record) {
    return executed(
        "update cycle_step set run = :run, state = :state, since = :since, said = :said,"
            + " remedy = :remedy, done_at = :done, due_at = :due"
            + " where programme_id = :programme and step = :step",
        record);
  }

  private void insert(StepRecord record) {
    executed(
        "insert into cycle_step (programme_id, step, run, state, since, said, remedy, done_at,"
            + " due_at) values (:programme, :step, :run, :state, :since, :said, :remedy, :done,"
            + " :due)",
        record);
  }

  private int executed(String sql, StepRecord record) {
    Row row = Row.of(record.state());
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bind("programme", programme)
                .bind("step", record.step().name())
                .bind("run", record.run())
                .bind("state", row.state)
                .bind("since", record.state().since().toString())
                .bind("said", shortened(row.said))
                .bind("remedy", shortened(row.remedy))
                .bind("done", record.doneAt().map(Instant::toString).orElse(null))
                .bind("due", record.due().map(Instant::toString).orElse(null))
                .execute());
  }

  private record Row(String state, String said, String remedy) {

    static Row of(StepState state) {
      if (state instanceof StepState.Done done) {
        return new Row("DONE", done.what(), "");
      }
      if (state instanceof StepState.Waiting waiting) {
        return new Row("WAITING", waiting.what(), waiting.remedy());
      }
      if (state instanceof StepState.Failed failed) {
        return new Row("FAILED", failed.what(), failed.remedy());
      }
      return new Row("RUNNING", "", "");
    }
  }

  /** PostgreSQL takes no NUL, and half a character is none. */
  private static String shortened(String text) {
    String clean = text.replace("\0", "");
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = LONGEST - 1;
    return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
