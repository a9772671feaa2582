package dev.fortnight.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.util.FileUtils;

/** The clone of a notes' repository in its cache folder. */
final class NoteClone implements AutoCloseable {

  private static final String SECTION = "fortnight";

  /**
   * What was collected last.
   *
   * @param collected when
   */
  record State(ObjectId commit, Instant collected) {}

  private final Git git;
  private final NoteRemote remote;

  private NoteClone(Git git, NoteRemote remote) {
    this.git = git;
    this.remote = remote;
  }

  static boolean existsIn(Path folder) {
    return Files.isDirectory(folder.resolve(".git"));
  }

  /** Opens the clone, or begins one where there is none of this repository and branch. */
  static NoteClone in(Path folder, NoteRemote remote) throws IOException, GitAPIException {
    if (!existsIn(folder)) {
      return begin(folder, remote);
    }
    NoteClone clone = new NoteClone(open(folder), remote);
    if (clone.isOf(remote)) {
      return clone;
    }
    clone.close();
    return begin(folder, remote);
  }

  private static Git open(Path folder) throws IOException {
    try {
      return Git.open(folder.toFile());
    } catch (IllegalArgumentException e) {
      throw new IOException("the clone's configuration is damaged", e);
    }
  }

  private static NoteClone begin(Path folder, NoteRemote remote)
      throws IOException, GitAPIException {
    FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("collected").call();
    StoredConfig config = git.getRepository().getConfig();
    config.setBoolean("core", null, "symlinks", false);
    config.setBoolean("core", null, "autocrlf", false);
    config.setString(SECTION, null, "address", remote.address().toString());
    config.setString(SECTION, null, "branch", remote.branch());
    config.save();
    return new NoteClone(git, remote);
  }

  private boolean isOf(NoteRemote remote) {
    return remote.address().toString().equals(setting("address"))
        && remote.branch().equals(setting("branch"));
  }

  /** What was collected last; empty where nothing ever was. */
  Optional<State> state() {
    String commit = setting("commit");
    String collected = setting("collected");
    return commit == null || collected == null
        ? Optional.empty()
        : Optional.of(new State(ObjectId.fromString(commit), Instant.parse(collected)));
  }

  void remember(State state) throws IOException {
    StoredConfig config = git.getRepository().getConfig();
    config.setString(SECTION, null, "commit", state.commit().name());
    config.setString(SECTION, null, "collected", state.collected().toString());
    config.save();
  }

  /** Fetches a commit of the branch, unless it is here already. */
  void fetch(ObjectId commit) throws IOException, GitAPIException {
    if (git.getRepository().getObjectDatabase().has(commit)) {
      return;
    }
    String branch = remote.branch();
    remote
        .with(git.fetch())
        .setRemote(remote.address().toString())
        .setTagOpt(TagOpt.NO_TAGS)
        .setRefSpecs(new RefSpec("+refs/heads/" + branch + ":refs/remotes/origin/" + branch))
        .call();
  }

  /** Makes the folder hold what a commit holds and nothing else. */
  void checkOut(ObjectId commit) throws GitAPIException {
    git.reset().setMode(ResetType.HARD).setRef(commit.name()).call();
    git.clean().setCleanDirectories(true).setForce(true).setIgnore(false).call();
  }

  /** Whether the history of a commit holds another. */
  boolean contains(ObjectId commit, ObjectId other) throws IOException {
    try (RevWalk walk = new RevWalk(git.getRepository())) {
      return walk.isMergedInto(walk.parseCommit(other), walk.parseCommit(commit));
    }
  }

  static String shortId(ObjectId commit) {
    return commit.abbreviate(7).name();
  }

  private String setting(String name) {
    return git.getRepository().getConfig().getString(SECTION, null, name);
  }

  @Override
  public void close() {
    git.close();
  }
}
