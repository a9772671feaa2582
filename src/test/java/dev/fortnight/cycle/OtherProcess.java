package dev.fortnight.cycle;

import dev.fortnight.store.Database;
import java.nio.file.Path;

/** Another process, for tests of other packages. */
public final class OtherProcess {

  private OtherProcess() {}

  /** Is at a programme's work until it is closed. */
  public static AutoCloseable atWork(Path data, String programmeId) {
    Database database = Database.open(data);
    WorkLock lock = WorkLock.take(database, programmeId, WorkLock.Work.CYCLE).orElseThrow();
    return () -> {
      lock.close();
      database.close();
    };
  }
}
