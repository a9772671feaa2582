package dev.fortnight.topic.github;

import dev.fortnight.store.Database;
import java.nio.file.Path;

class GitHubSyncOnH2Test extends GitHubSyncContract {

  @Override
  Database database(Path folder) {
    return Database.open(folder);
  }
}
