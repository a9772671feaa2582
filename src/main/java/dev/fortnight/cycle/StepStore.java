package dev.fortnight.cycle;

import dev.fortnight.store.Database;
import java.util.List;
import java.util.Optional;

/** What the steps of a programme came to last. */
public interface StepStore {

  static StepStore in(Database database, String programmeId) {
    return new JdbiStepStore(database.jdbi(), programmeId);
  }

  /** In the order of the steps; those that never ran are not there. */
  List<StepRecord> all();

  /** Empty for a step that never ran. */
  default Optional<StepRecord> of(Step step) {
    return all().stream().filter(record -> record.step() == step).findFirst();
  }

  /** Takes the place of what was there of the step. */
  void put(StepRecord record);
}
