package dev.fortnight.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;

/** A bare copy of the published branch. It holds nothing that the branch has not. */
final class BranchCache implements AutoCloseable {

  private static final String SECTION = "fortnight";

  /** As git's configuration says it. */
  private static final String SOON = "1.minute.ago";

  private final Repository repository;
  private final String ref;

  private BranchCache(Repository repository, String branch) {
    this.repository = repository;
    this.ref = "refs/fortnight/" + branch;
  }

  /** Opens the copy; begins a new one where there is none of this branch. */
  static BranchCache open(Path folder, String address, String branch) throws IOException {
    try {
      Repository repository = repository(folder);
      if (repository.getObjectDatabase().exists() && isOf(repository, address, branch)) {
        dropOldPacksSoon(repository);
        return new BranchCache(repository, branch);
      }
      repository.close();
    } catch (IllegalArgumentException e) {
      throw new IOException("the copy's configuration is damaged", e);
    }
    return begin(folder, address, branch);
  }

  /** Throws a copy away and begins a new one. */
  static BranchCache begin(Path folder, String address, String branch) throws IOException {
    FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    Repository repository = repository(folder);
    repository.create(true);
    StoredConfig config = repository.getConfig();
    config.setString(SECTION, null, "address", address);
    config.setString(SECTION, null, "branch", branch);
    // tidying up ends with the publication that it follows, not in the background
    config.setBoolean("gc", null, "autoDetach", false);
    config.save();
    dropOldPacksSoon(repository);
    return new BranchCache(repository, branch);
  }

  /**
   * Where a pack stays for an hour after its objects were packed anew, more than fifty publications
   * in an hour have each of them pack the whole branch again. A minute is enough for whoever reads.
   */
  private static void dropOldPacksSoon(Repository repository) throws IOException {
    StoredConfig config = repository.getConfig();
    if (!SOON.equals(config.getString("gc", null, "prunePackExpire"))) {
      config.setString("gc", null, "prunePackExpire", SOON);
      config.save();
    }
  }

  private static Repository repository(Path folder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  private static boolean isOf(Repository repository, String address, String branch) {
    StoredConfig config = repository.getConfig();
    return address.equals(config.getString(SECTION, null, "address"))
        && branch.equals(config.getString(SECTION, null, "branch"));
  }

  Repository repository() {
    return repository;
  }

  String ref() {
    return ref;
  }

  boolean has(ObjectId commit) throws IOException {
    return repository.getObjectDatabase().has(commit);
  }

  /** Lets whoever reads the copy see what is published. */
  void remember(ObjectId commit) throws IOException {
    if (Optional.ofNullable(repository.resolve(ref)).filter(commit::equals).isPresent()) {
      return;
    }
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(commit);
    RefUpdate.Result result = update.forceUpdate();
    if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
      throw new IOException("the copy does not take " + ref + ": " + result);
    }
  }

  /** Packs what has gathered, now and then. */
  void tidy() {
    repository.autoGC(NullProgressMonitor.INSTANCE);
  }

  @Override
  public void close() {
    repository.close();
  }
}
