package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchCacheTest {

  private static final PersonIdent NOBODY =
      new PersonIdent("Fortnight", "", Instant.EPOCH, ZoneOffset.UTC);

  /** Git tidies up where there are more than fifty packs. */
  private static final int MANY = 60;

  @TempDir Path temp;

  @Test
  void packsOfManyPublicationsInAnHourBecomeOne() throws IOException {
    Path folder = temp.resolve("copy.git");
    try (BranchCache cache =
        BranchCache.begin(folder, "https://example.org/site.git", "gh-pages")) {
      Optional<ObjectId> last = Optional.empty();
      for (int i = 0; i < MANY; i++) {
        last = Optional.of(commit(cache, last, "Publication " + i));
      }
      cache.remember(last.orElseThrow());
      for (Path pack : packs(folder)) {
        Files.setLastModifiedTime(pack, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
      }
      assertThat(packs(folder)).hasSize(MANY);

      cache.tidy();

      assertThat(packs(folder)).hasSizeLessThan(3);
      assertThat(cache.has(last.orElseThrow())).isTrue();
    }
  }

  private static ObjectId commit(BranchCache cache, Optional<ObjectId> parent, String message)
      throws IOException {
    FileRepository repository = (FileRepository) cache.repository();
    try (ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(new TreeFormatter()));
      parent.ifPresent(commit::setParentId);
      commit.setAuthor(NOBODY);
      commit.setCommitter(NOBODY);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static List<Path> packs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("objects/pack"))) {
      return files.filter(file -> file.toString().endsWith(".pack")).toList();
    }
  }
}
