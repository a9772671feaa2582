package dev.fortnight.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** The site as the objects of a git repository; nothing is ever checked out. */
final class BranchStore implements SiteStore, AutoCloseable {

  /** From so many objects on, one pack is written instead of a file for each. */
  private static final int MANY = 500;

  private final Repository repository;
  private ObjectInserter inserter;
  private ObjectReader reader;
  private final Set<ObjectId> opened = new HashSet<>();

  BranchStore(Repository repository) {
    this.repository = repository;
    use(repository.newObjectInserter());
  }

  private void use(ObjectInserter other) {
    inserter = other;
    reader = other.newReader();
  }

  @Override
  public void expect(int objects) {
    if (objects >= MANY && repository.getObjectDatabase() instanceof ObjectDirectory directory) {
      close();
      use(directory.newPackInserter());
    }
  }

  @Override
  public void keep(ObjectId blob, byte[] bytes) {
    insert(blob, Constants.OBJ_BLOB, bytes);
  }

  @Override
  public void keep(ObjectId tree, Entries entries) {
    opened.add(tree);
    insert(tree, Constants.OBJ_TREE, entries.bytes());
  }

  private void insert(ObjectId id, int type, byte[] bytes) {
    try {
      if (!reader.has(id, type)) {
        inserter.insert(type, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] read(ObjectId blob) {
    try {
      return reader.open(blob, Constants.OBJ_BLOB).getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size(ObjectId blob) {
    try {
      return reader.getObjectSize(blob, Constants.OBJ_BLOB);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Entries entries(ObjectId tree) {
    opened.add(tree);
    try {
      return Entries.parse(reader.open(tree, Constants.OBJ_TREE).getCachedBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectId commit(CommitBuilder commit) throws IOException {
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    return id;
  }

  /** The folders that were written or looked into: whatever is new stands in one of them. */
  Set<ObjectId> opened() {
    return opened;
  }

  @Override
  public void close() {
    reader.close();
    inserter.close();
  }
}
