package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefLeaseSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;

/** The repository and branch that the public site is served from, and how to talk to it. */
final class PublishedRemote {

  /** JGit would write into a repository on this machine itself, past its hooks. */
  private static final String REAL_GIT = "git --no-optional-locks receive-pack";

  /** After so long without an answer a host counts as unreachable. */
  private static final int SECONDS = 60;

  private final String address;
  private final URIish uri;
  private final String branch;
  private final GitLogin login;

  /**
   * @param address of the repository, without a token
   */
  PublishedRemote(String address, String branch, GitLogin login) {
    try {
      this.uri = new URIish(address);
    } catch (URISyntaxException e) {
      throw new ProblemException(
          "the address that the site is published to is not an address",
          "Correct 'publish.git' in research/programme.yml.");
    }
    this.address = address;
    this.branch = branch;
    this.login = login;
  }

  /** The branch's newest commit; empty where there is no such branch yet. */
  Optional<ObjectId> tip(BranchCache cache) throws IOException {
    try (Git git = new Git(cache.repository())) {
      Ref ref = with(git.lsRemote()).setRemote(address).callAsMap().get(remoteRef());
      return Optional.ofNullable(ref).map(Ref::getObjectId);
    } catch (GitAPIException | JGitInternalException e) {
      throw unreachable(e);
    }
  }

  void fetch(BranchCache cache) throws IOException {
    try (Git git = new Git(cache.repository())) {
      with(git.fetch())
          .setRemote(address)
          .setTagOpt(TagOpt.NO_TAGS)
          .setRefSpecs(new RefSpec("+" + remoteRef() + ":" + cache.ref()))
          .call();
    } catch (GitAPIException | JGitInternalException e) {
      throw Damage.in(e).orElseThrow(() -> unreachable(e));
    }
  }

  /**
   * Sends a commit, if the branch is still where it was.
   *
   * @param changed the folders in which it differs
   * @return whether the branch now shows it; false where somebody else was faster
   */
  boolean push(BranchCache cache, Optional<ObjectId> base, ObjectId commit, Set<ObjectId> changed)
      throws IOException {
    String expected = base.orElse(ObjectId.zeroId()).name();
    try (ChangedFolders view = new ChangedFolders(cache.repository(), changed);
        Git git = new Git(view)) {
      PushCommand push =
          with(git.push())
              .setRemote(address)
              .setUseBitmaps(false)
              .setThin(true)
              .setRefSpecs(new RefSpec(commit.name() + ":" + remoteRef()))
              .setRefLeaseSpecs(new RefLeaseSpec(remoteRef(), expected));
      if (isOnThisMachine()) {
        push.setReceivePack(REAL_GIT);
      }
      for (PushResult result : push.call()) {
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
          return isDone(update);
        }
      }
    } catch (GitAPIException | JGitInternalException e) {
      throw Damage.in(e).orElseThrow(() -> refused("it could not be reached", e));
    }
    throw refused("it did not answer", null);
  }

  private String remoteRef() {
    return "refs/heads/" + branch;
  }

  private boolean isOnThisMachine() {
    return !uri.isRemote();
  }

  /** {@code ssh://…} or {@code git@host:path}. */
  private boolean isSsh() {
    return "ssh".equals(uri.getScheme()) || uri.getScheme() == null && uri.getHost() != null;
  }

  private <C extends TransportCommand<C, ?>> C with(C command) {
    command.setTimeout(SECONDS);
    if (isSsh()) {
      command.setTransportConfigCallback(DeployKey.of(login)::use);
    }
    login.token().ifPresent(token -> command.setCredentialsProvider(new HostToken(uri, token)));
    return command;
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
    return said.contains("lock")
        || said.contains("failed to update ref")
        || said.contains("fetch first")
        || said.contains("non-fast-forward");
  }

  private ProblemException unreachable(Exception cause) {
    if (DeployKey.isUnknownHost(cause)) {
      return new ProblemException(
          "the host that the site is published to is not known by its key",
          "Compare its key with the one that its owner publishes, and add it to "
              + login.knownHosts()
              + ".",
          cause);
    }
    return new ProblemException(
        "the repository that the site is published to cannot be reached",
        "Check publish.git in programme.yml, the network and "
            + (isSsh()
                ? "the key in FORTNIGHT_DEPLOY_KEY, which may have no passphrase."
                : "FORTNIGHT_GITHUB_TOKEN."),
        cause);
  }

  private ProblemException refused(String why, Exception cause) {
    return new ProblemException(
        "the site was not published, because the repository refused it: " + why,
        "Check that the token or key may push to " + branch + " and that no rule forbids it.",
        cause);
  }
}
