package dev.fortnight.note;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/** A real repository of notes, for tests to write to. */
public final class NotesRepository implements AutoCloseable {

  private static final PersonIdent AUTHOR = new PersonIdent("Team", "team@example.org");

  private final Path folder;
  private final Git git;

  public NotesRepository(Path folder) throws Exception {
    this.folder = folder;
    this.git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
  }

  public Path folder() {
    return folder;
  }

  public String commit(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    git.add().addFilepattern(file).call();
    return commit("Change " + file);
  }

  public void delete(String file) throws Exception {
    git.rm().addFilepattern(file).call();
    commit("Delete " + file);
  }

  public void rewindTo(String commit) throws Exception {
    git.reset().setMode(ResetType.HARD).setRef(commit).call();
  }

  /** Commits a symbolic link without making one on the disk. */
  public void commitLink(String file, String target) throws Exception {
    try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, Constants.encode(target));
      inserter.flush();
      DirCacheEditor editor = git.getRepository().lockDirCache().editor();
      editor.add(
          new DirCacheEditor.PathEdit(file) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.SYMLINK);
              entry.setObjectId(blob);
            }
          });
      editor.commit();
    }
    commit("Link " + file);
  }

  private String commit(String message) throws Exception {
    return git.commit()
        .setMessage(message)
        .setAuthor(AUTHOR)
        .setCommitter(AUTHOR)
        .setSign(false)
        .call()
        .name();
  }

  @Override
  public void close() {
    git.close();
  }
}
