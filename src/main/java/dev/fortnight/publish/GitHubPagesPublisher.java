package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Publishes into a branch of a git repository, as GitHub Pages serves it. One publication is one
 * commit on top of what is there; when somebody else pushed meanwhile it is made again on top of
 * theirs, a few times at most.
 */
public final class GitHubPagesPublisher implements Publisher {

  private static final int ATTEMPTS = 5;

  private final String address;
  private final Programme.Publication settings;
  private final PublishedRemote remote;
  private final Path folder;
  private final Clock clock;
  private final Step.Listener steps;

  /**
   * @param address of the repository, without a token
   * @param cache a folder for a bare copy of the branch; made when absent, thrown away when it is
   *     of no use
   */
  public GitHubPagesPublisher(
      String address, Programme.Publication settings, Path cache, GitLogin login, Clock clock) {
    this(address, settings, cache, login, clock, Step.Listener.NONE);
  }

  GitHubPagesPublisher(
      String address,
      Programme.Publication settings,
      Path cache,
      GitLogin login,
      Clock clock,
      Step.Listener steps) {
    this.address = address;
    this.settings = settings;
    this.remote = new PublishedRemote(address, settings.branch(), login);
    this.folder = cache.toAbsolutePath().normalize();
    this.clock = clock;
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
      return CacheLock.holding(folder, () -> publishFromCopy(publication));
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          "the copy of the published branch in " + folder + " cannot be used",
          "Check that the folder can be written, and the space left.",
          e);
    }
  }

  private Outcome publishFromCopy(Publication publication) throws IOException {
    try (BranchCache cache = BranchCache.open(folder, address, settings.branch())) {
      return publish(publication, cache);
    } catch (IOException | UncheckedIOException e) {
      return publishAnew(publication, e);
    }
  }

  /** A copy that is damaged, or none at all, is made anew, once. */
  private Outcome publishAnew(Publication publication, Exception damage) throws IOException {
    try (BranchCache cache = BranchCache.begin(folder, address, settings.branch())) {
      return publish(publication, cache);
    } catch (IOException | RuntimeException e) {
      e.addSuppressed(damage);
      throw e;
    }
  }

  private Outcome publish(Publication publication, BranchCache cache) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<ObjectId> base = fetch(cache);
      steps.done(Step.FETCHED);
      Optional<Outcome> outcome = publish(publication, cache, base);
      if (outcome.isPresent()) {
        cache.tidy();
        return outcome.get();
      }
    }
    throw new ProblemException(
        "somebody else pushed to " + settings.branch() + " each time that Fortnight tried to",
        "Look for another job that publishes there, then run 'fortnight publish'.");
  }

  private Optional<ObjectId> fetch(BranchCache cache) throws IOException {
    Optional<ObjectId> tip = remote.tip(cache);
    if (tip.isPresent() && !cache.has(tip.get())) {
      remote.fetch(cache);
    }
    return tip;
  }

  /** Tries once; empty where somebody else was faster. */
  private Optional<Outcome> publish(
      Publication publication, BranchCache cache, Optional<ObjectId> base) throws IOException {
    try (BranchStore store = new BranchStore(cache.repository())) {
      Optional<ObjectId> before = tree(cache, base);
      SiteLayout.Result result =
          new SiteLayout(store, settings.adopt(), settings.keep(), steps)
              .with(before.map(store::entries).orElse(Entries.NONE), publication);
      if (before.filter(result.root().id()::equals).isPresent()) {
        cache.remember(base.orElseThrow());
        return Optional.of(new Outcome.Unchanged(result.versions()));
      }
      ObjectId commit = store.commit(commit(publication, result, base));
      steps.done(Step.COMMIT_WRITTEN);
      if (!remote.push(cache, base, commit, store.opened())) {
        return Optional.empty();
      }
      steps.done(Step.PUSHED);
      cache.remember(commit);
      steps.done(Step.REMEMBERED);
      return Optional.of(new Outcome.Published(commit.name(), result.versions()));
    }
  }

  private static Optional<ObjectId> tree(BranchCache cache, Optional<ObjectId> commit)
      throws IOException {
    if (commit.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk commits = new RevWalk(cache.repository())) {
      return Optional.of(commits.parseCommit(commit.get()).getTree().getId());
    }
  }

  private CommitBuilder commit(
      Publication publication, SiteLayout.Result result, Optional<ObjectId> base) {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(result.root().id());
    base.ifPresent(commit::setParentId);
    Instant now = clock.instant();
    PersonIdent author = new PersonIdent("Fortnight", "fortnight@invalid", now, ZoneOffset.UTC);
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage(publication.message() + "\n");
    return commit;
  }
}
