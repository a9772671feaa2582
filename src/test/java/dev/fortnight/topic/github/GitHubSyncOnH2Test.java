package dev.fortnight.topic.github;

import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;

class GitHubSyncOnH2Test extends GitHubSyncContract {

  @Override
  Database database(Path folder) {
    return TestDatabase.H2.open(folder);
  }
}
