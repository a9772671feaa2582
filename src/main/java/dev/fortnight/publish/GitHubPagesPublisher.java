package dev.fortnight.publish;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefLeaseSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * Publishes into a branch of a git repository, as GitHub Pages serves it. One publication is one
 * commit on top of what is there; when somebody else pushed meanwhile it is made again on top of
 * theirs, a few times at most.
 */
public final class GitHubPagesPublisher implements Publisher {

  private static final int ATTEMPTS = 5;

  /** JGit would write into a repository on this machine itself, past its hooks. */
  private static final String REAL_GIT = "git --no-optional-locks receive-pack";

  private final String address;
  private final String branch;
  private final Path cache;
  private final Optional<Secret> token;
  private final boolean adopt;
  private final Clock clock;

  /**
   * @param address of the repository, without a token
   * @param cache a folder for a bare copy of the branch; made when absent, may be deleted
   * @param adopt whether files of others at our addresses may be replaced
   */
  public GitHubPagesPublisher(
      String address,
      String branch,
      Path cache,
      Optional<Secret> token,
      boolean adopt,
      Clock clock) {
    this.address = address;
    this.branch = branch;
    this.cache = cache;
    this.token = token;
    this.adopt = adopt;
    this.clock = clock;
  }

  @Override
  public Outcome publish(ApprovedEdition edition) {
    return publish("Publish edition " + edition.number(), tree -> tree.with(edition));
  }

  @Override
  public Outcome publish(WorkingSite site) {
    return publish("Publish the working site", tree -> tree.with(site));
  }

  private Outcome publish(String message, UnaryOperator<BranchTree> change) {
    try (Repository repository = open();
        Git git = new Git(repository)) {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        ObjectId base = fetch(git);
        BranchTree tree = change.apply(BranchTree.read(repository, base, adopt));
        if (tree.isUnchanged()) {
          return new Outcome.Unchanged(tree.versions());
        }
        ObjectId commit = tree.commit(message, clock.instant());
        if (push(git, base, commit)) {
          remember(repository, commit);
          return new Outcome.Published(commit.name(), tree.versions());
        }
      }
      throw new ProblemException(
          "somebody else pushed to " + branch + " each time that Fortnight tried to",
          "Look for another job that publishes there, then run 'fortnight publish'.");
    } catch (IOException e) {
      throw new ProblemException(
          "the copy of the published branch in " + cache + " cannot be used",
          "Delete that folder; it is made anew.",
          e);
    }
  }

  private Repository open() throws IOException {
    Repository repository = new FileRepositoryBuilder().setGitDir(cache.toFile()).setBare().build();
    if (!repository.getObjectDatabase().exists()) {
      repository.create(true);
    }
    return repository;
  }

  /** The branch's newest commit; null where there is no such branch yet. */
  private ObjectId fetch(Git git) throws IOException {
    try {
      var refs =
          git.lsRemote().setRemote(address).setCredentialsProvider(credentials()).callAsMap();
      var ref = refs.get("refs/heads/" + branch);
      if (ref == null) {
        return null;
      }
      git.fetch()
          .setRemote(address)
          .setCredentialsProvider(credentials())
          .setRefSpecs(new RefSpec("+refs/heads/" + branch + ":refs/fortnight/" + branch))
          .call();
      return git.getRepository().resolve("refs/fortnight/" + branch);
    } catch (GitAPIException e) {
      throw new ProblemException(
          "the repository that the site is published to cannot be reached",
          "Check publish.git in programme.yml, the network and FORTNIGHT_GITHUB_TOKEN.",
          e);
    }
  }

  /** Lets whoever reads the copy see what was published, before the next fetch. */
  private void remember(Repository repository, ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef("refs/fortnight/" + branch);
    update.setNewObjectId(commit);
    update.forceUpdate();
  }

  private boolean push(Git git, ObjectId base, ObjectId commit) {
    String ref = "refs/heads/" + branch;
    String expected = base == null ? ObjectId.zeroId().name() : base.name();
    PushCommand push =
        git.push()
            .setRemote(address)
            .setCredentialsProvider(credentials())
            .setRefSpecs(new RefSpec(commit.name() + ":" + ref))
            .setRefLeaseSpecs(new RefLeaseSpec(ref, expected));
    if (isOnThisMachine()) {
      push.setReceivePack(REAL_GIT);
    }
    try {
      for (PushResult result : push.call()) {
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
          return isDone(update);
        }
      }
    } catch (GitAPIException e) {
      throw refused("it could not be reached", e);
    }
    throw refused("it did not answer", null);
  }

  private boolean isOnThisMachine() {
    return address.startsWith("/") || address.startsWith("file:");
  }

  private boolean isDone(RemoteRefUpdate update) {
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> true;
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> false;
      case REJECTED_OTHER_REASON -> {
        if (isBusy(update)) {
          yield false;
        }
        throw refused("it said: " + update.getMessage(), null);
      }
      case REJECTED_NODELETE, NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT ->
          throw refused("it said: " + update.getMessage(), null);
    };
  }

  /** Git answers so while somebody else's push is writing the branch. */
  private static boolean isBusy(RemoteRefUpdate update) {
    String said = update.getMessage() == null ? "" : update.getMessage();
    return said.contains("lock") || said.contains("failed to update ref");
  }

  private ProblemException refused(String why, Exception cause) {
    return new ProblemException(
        "the site was not published, because the repository refused it: " + why,
        "Check that the token may push to " + branch + " and that no rule forbids it.",
        cause);
  }

  private UsernamePasswordCredentialsProvider credentials() {
    return token
        .map(secret -> new UsernamePasswordCredentialsProvider("x-access-token", secret.reveal()))
        .orElse(null);
  }
}
