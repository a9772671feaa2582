package dev.fortnight.topic.github;

import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;

class GitHubSyncOnPostgreSqlTest extends GitHubSyncContract {

  @Override
  Database database(Path folder) {
    return TestDatabase.POSTGRESQL.open(folder);
  }
}
