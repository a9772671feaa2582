package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class DatabaseTest {

  @Parameter TestDatabase kind;

  @TempDir Path folder;

  @Test
  void isMigratedOnce() {
    for (int run = 0; run < 2; run++) {
      try (Database database = kind.open(folder)) {
        assertThat(database.isReady()).isTrue();
        int publications =
            database
                .jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createQuery("select count(*) from publication")
                            .mapTo(Integer.class)
                            .one());
        assertThat(publications).isZero();
      }
    }
  }
}
