package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of the published branch, changed without a work tree. */
final class BranchTree {

  private static final PersonIdent AUTHOR =
      new PersonIdent("Fortnight", "fortnight@invalid", Instant.EPOCH, ZoneOffset.UTC);

  private final Repository repository;
  private final ObjectId base;
  private final Map<String, ObjectId> before;
  private final Map<String, FileMode> modes;
  private final Map<String, ObjectId> files;
  private final boolean adopt;

  private BranchTree(
      Repository repository,
      ObjectId base,
      Map<String, ObjectId> before,
      Map<String, FileMode> modes,
      Map<String, ObjectId> files,
      boolean adopt) {
    this.repository = repository;
    this.base = base;
    this.before = before;
    this.modes = modes;
    this.files = files;
    this.adopt = adopt;
  }

  /**
   * @param base a commit; null for an empty branch
   */
  static BranchTree read(Repository repository, ObjectId base, boolean adopt) throws IOException {
    Map<String, ObjectId> files = new TreeMap<>();
    Map<String, FileMode> modes = new HashMap<>();
    if (base != null) {
      try (RevWalk commits = new RevWalk(repository);
          TreeWalk walk = new TreeWalk(repository)) {
        walk.addTree(commits.parseCommit(base).getTree());
        walk.setRecursive(true);
        while (walk.next()) {
          files.put(walk.getPathString(), walk.getObjectId(0));
          modes.put(walk.getPathString(), walk.getFileMode(0));
        }
      }
    }
    return new BranchTree(repository, base, files, modes, files, adopt);
  }

  BranchTree with(ApprovedEdition edition) {
    try (Blobs blobs = new Blobs()) {
      return with(new SiteLayout<>(files, blobs, adopt).with(edition), blobs);
    }
  }

  BranchTree with(WorkingSite site) {
    try (Blobs blobs = new Blobs()) {
      return with(new SiteLayout<>(files, blobs, adopt).with(site), blobs);
    }
  }

  private BranchTree with(Map<String, ObjectId> changed, Blobs blobs) {
    blobs.flush();
    return new BranchTree(repository, base, before, modes, changed, adopt);
  }

  byte[] versions() throws IOException {
    return repository.open(files.get(SiteLayout.VERSIONS), Constants.OBJ_BLOB).getBytes();
  }

  boolean isUnchanged() {
    return files.equals(before);
  }

  ObjectId commit(String message, Instant at) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      for (Map.Entry<String, ObjectId> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        boolean isKept = file.getValue().equals(before.get(file.getKey()));
        entry.setFileMode(isKept ? modes.get(file.getKey()) : FileMode.REGULAR_FILE);
        entry.setObjectId(file.getValue());
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      if (base != null) {
        commit.setParentId(base);
      }
      commit.setAuthor(new PersonIdent(AUTHOR, at, ZoneOffset.UTC));
      commit.setCommitter(new PersonIdent(AUTHOR, at, ZoneOffset.UTC));
      commit.setMessage(message + "\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  /** The repository's objects. */
  private final class Blobs implements SiteLayout.Storage<ObjectId>, AutoCloseable {

    private final ObjectInserter inserter = repository.newObjectInserter();

    @Override
    public ObjectId store(byte[] bytes) {
      try {
        return inserter.insert(Constants.OBJ_BLOB, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] read(ObjectId id) {
      try {
        flush();
        return repository.open(id, Constants.OBJ_BLOB).getBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void flush() {
      try {
        inserter.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      inserter.close();
    }
  }
}
