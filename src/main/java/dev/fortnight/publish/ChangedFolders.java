package dev.fortnight.publish;

import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * A repository as a push should see it. Before JGit sends a commit it walks every folder of the
 * commit before, hundreds of thousands on a large site, only to learn that the other side has them.
 * Here folders that did not change are empty: they are known by their ids, and nobody looks in.
 */
final class ChangedFolders extends Repository {

  private static final ObjectLoader EMPTY =
      new ObjectLoader.SmallObject(Constants.OBJ_TREE, new byte[0]);

  private final Repository whole;
  private final Objects objects;

  /**
   * @param changed all folders that are new, and those on the way to them before and after
   */
  ChangedFolders(Repository whole, Set<ObjectId> changed) {
    super(new BaseRepositoryBuilder<>().setGitDir(whole.getDirectory()).setFS(whole.getFS()));
    this.whole = whole;
    this.objects = new Objects(whole.getObjectDatabase(), changed);
  }

  @Override
  public ObjectDatabase getObjectDatabase() {
    return objects;
  }

  @Override
  public void create(boolean bare) {
    throw new UnsupportedOperationException("it is there already");
  }

  @Override
  public String getIdentifier() {
    return whole.getIdentifier();
  }

  @Override
  public RefDatabase getRefDatabase() {
    return whole.getRefDatabase();
  }

  @Override
  public StoredConfig getConfig() {
    return whole.getConfig();
  }

  @Override
  public AttributesNodeProvider createAttributesNodeProvider() {
    return whole.createAttributesNodeProvider();
  }

  @Override
  public void scanForRepoChanges() throws IOException {
    whole.scanForRepoChanges();
  }

  @Override
  public void notifyIndexChanged(boolean internal) {
    whole.notifyIndexChanged(internal);
  }

  /** The whole repository stays open; it is its opener's to close. */
  @Override
  protected void doClose() {}

  private static final class Objects extends ObjectDatabase {

    private final ObjectDatabase all;
    private final Set<ObjectId> changed;

    Objects(ObjectDatabase all, Set<ObjectId> changed) {
      this.all = all;
      this.changed = changed;
    }

    @Override
    public ObjectReader newReader() {
      return new Reader(all.newReader(), changed);
    }

    @Override
    public ObjectInserter newInserter() {
      return all.newInserter();
    }

    @Override
    public Set<ObjectId> getShallowCommits() throws IOException {
      return all.getShallowCommits();
    }

    @Override
    public long getApproximateObjectCount() {
      return all.getApproximateObjectCount();
    }

    @Override
    public void close() {}
  }

  private static final class Reader extends ObjectReader.Filter {

    private final ObjectReader all;
    private final Set<ObjectId> changed;

    Reader(ObjectReader all, Set<ObjectId> changed) {
      this.all = all;
      this.changed = changed;
    }

    @Override
    protected ObjectReader delegate() {
      return all;
    }

    @Override
    public ObjectReader newReader() {
      return new Reader(all.newReader(), changed);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
      return type == Constants.OBJ_TREE && !changed.contains(id) ? EMPTY : all.open(id, type);
    }
  }
}
