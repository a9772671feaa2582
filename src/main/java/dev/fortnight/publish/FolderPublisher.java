package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.FileUtils;

/**
 * Publishes into a folder that some web server serves. The new site is written beside it and then
 * takes its place by a rename.
 */
public final class FolderPublisher implements Publisher {

  private final Path folder;
  private final boolean adopt;

  /**
   * @param folder made when absent
   */
  public FolderPublisher(Path folder, boolean adopt) {
    this.folder = folder.toAbsolutePath().normalize();
    this.adopt = adopt;
  }

  @Override
  public Outcome publish(ApprovedEdition edition) {
    try {
      Contents contents = Contents.of(settled());
      return publish(contents, new SiteLayout<>(contents.files, contents, adopt).with(edition));
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Outcome publish(WorkingSite site) {
    try {
      Contents contents = Contents.of(settled());
      return publish(contents, new SiteLayout<>(contents.files, contents, adopt).with(site));
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  private ProblemException unwritable(Exception cause) {
    return new ProblemException(
        "the site cannot be published into " + folder,
        "Check that the folder and the one above it can be written, and the space left.",
        cause);
  }

  /** The folder, after a switch that was interrupted has been undone or completed. */
  private Path settled() throws IOException {
    Files.createDirectories(folder.getParent());
    if (!Files.exists(folder) && Files.exists(beside("previous"))) {
      Files.move(beside("previous"), folder, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(beside("previous"));
    delete(beside("next"));
    Files.createDirectories(folder);
    return folder;
  }

  private Path beside(String role) {
    return folder.resolveSibling("." + folder.getFileName() + "." + role);
  }

  private Outcome publish(Contents contents, NavigableMap<String, ObjectId> changed)
      throws IOException {
    byte[] versions = contents.read(changed.get(SiteLayout.VERSIONS));
    if (changed.equals(contents.files)) {
      return new Outcome.Unchanged(versions);
    }
    Path next = beside("next");
    for (Map.Entry<String, ObjectId> file : changed.entrySet()) {
      Path target = next.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, contents.read(file.getValue()));
    }
    Files.move(folder, beside("previous"), StandardCopyOption.ATOMIC_MOVE);
    Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
    delete(beside("previous"));
    return new Outcome.Published("", versions);
  }

  private static void delete(Path tree) throws IOException {
    FileUtils.delete(tree.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
  }

  /** The folder's files by path, and bytes by their hash. */
  private static final class Contents implements SiteLayout.Storage<ObjectId> {

    private final NavigableMap<String, ObjectId> files = new TreeMap<>();
    private final Map<ObjectId, Path> there = new HashMap<>();
    private final Map<ObjectId, byte[]> stored = new HashMap<>();

    static Contents of(Path folder) throws IOException {
      Contents contents = new Contents();
      try (var paths = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
          ObjectId hash = hash(Files.readAllBytes(path));
          contents.files.put(folder.relativize(path).toString().replace('\\', '/'), hash);
          contents.there.put(hash, path);
        }
      }
      return contents;
    }

    private static ObjectId hash(byte[] bytes) {
      try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
        return formatter.idFor(Constants.OBJ_BLOB, bytes);
      }
    }

    @Override
    public ObjectId store(byte[] bytes) {
      ObjectId hash = hash(bytes);
      stored.put(hash, bytes);
      return hash;
    }

    @Override
    public byte[] read(ObjectId hash) {
      byte[] bytes = stored.get(hash);
      if (bytes != null) {
        return bytes;
      }
      try {
        return Files.readAllBytes(there.get(hash));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
