package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jgit.util.FileUtils;

/**
 * Publishes into a folder that some web server serves. The new site is written beside it and then
 * takes its place by a rename.
 */
public final class FolderPublisher implements Publisher {

  private final Path folder;
  private final Programme.Publication settings;
  private final Step.Listener steps;

  /**
   * @param folder made when absent
   */
  public FolderPublisher(Path folder, Programme.Publication settings) {
    this(folder, settings, Step.Listener.NONE);
  }

  FolderPublisher(Path folder, Programme.Publication settings, Step.Listener steps) {
    this.folder = folder.toAbsolutePath().normalize();
    this.settings = settings;
    this.steps = steps;
  }

  @Override
  public Outcome publish(ApprovedEdition edition) {
    return publish(Publication.of(edition));
  }

  @Override
  public Outcome publish(WorkingSite site) {
    return publish(Publication.of(site));
  }

  Outcome publish(Publication publication) {
    try {
      return CacheLock.holding(folder, () -> publishBeside(publication));
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          "the site cannot be published into " + folder,
          "Check that the folder and the one above it can be written, and the space left.",
          e);
    }
  }

  private Outcome publishBeside(Publication publication) throws IOException {
    settle();
    FolderStore store = new FolderStore();
    Entries before = store.take(folder);
    SiteLayout.Result result =
        new SiteLayout(store, settings.adopt(), settings.keep(), steps).with(before, publication);
    if (result.root().id().equals(before.id())) {
      return new Outcome.Unchanged(result.versions());
    }
    store.write(store.entries(result.root().id()), beside("next"));
    steps.done(Step.NEXT_WRITTEN);
    change();
    return new Outcome.Published("", result.versions());
  }

  /** Undoes or completes a change that was interrupted. */
  private void settle() throws IOException {
    if (!Files.exists(folder) && Files.exists(beside("previous"))) {
      Files.move(beside("previous"), folder, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(beside("previous"));
    delete(beside("next"));
    Files.createDirectories(folder);
  }

  private void change() throws IOException {
    Files.move(folder, beside("previous"), StandardCopyOption.ATOMIC_MOVE);
    steps.done(Step.MOVED_AWAY);
    Files.move(beside("next"), folder, StandardCopyOption.ATOMIC_MOVE);
    steps.done(Step.MOVED_IN);
    delete(beside("previous"));
    steps.done(Step.CLEANED);
  }

  private Path beside(String role) {
    return folder.resolveSibling("." + folder.getFileName() + "." + role);
  }

  private static void delete(Path tree) throws IOException {
    FileUtils.delete(tree.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
  }
}
