package dev.fortnight.note;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.LsRemoteCommand;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** The repository that notes come from, and how to ask it. */
record NoteRemote(URIish address, String branch, Optional<Secret> token) {

  /** After so long without an answer a host counts as unreachable. */
  private static final int SECONDS = 60;

  /** Why the repository could not be asked, in words. */
  static final class UnavailableException extends Exception {

    private final transient ProblemException advice;

    UnavailableException(ProblemException advice) {
      super(advice.getMessage(), advice.getCause());
      this.advice = advice;
    }

    ProblemException advice() {
      return advice;
    }
  }

  /**
   * @param address https, {@code file:} or a path
   */
  static NoteRemote of(String address, String branch, Optional<Secret> token) {
    MachineSettings.ignore();
    try {
      URIish uri = new URIish(address);
      if (uri.getPass() != null) {
        throw new ProblemException(
            "the address of the notes holds a password",
            "Take it out; a token comes from the environment, in FORTNIGHT_GITHUB_TOKEN.");
      }
      boolean local = uri.getScheme() == null && uri.getHost() == null;
      return new NoteRemote(
          local ? new URIish(Path.of(address).toAbsolutePath().toString()) : uri, branch, token);
    } catch (URISyntaxException e) {
      throw new ProblemException(
          "the address of the notes is not an address",
          "Correct 'notes.git' in research/programme.yml.");
    }
  }

  /** The commit that the branch shows now. */
  ObjectId tip() throws UnavailableException {
    Optional<ObjectId> tip;
    // without a repository JGit fails with a null pointer at a host that is no git host
    try (Repository nowhere = nowhere()) {
      tip =
          with(new LsRemoteCommand(nowhere).setRemote(address.toString())).call().stream()
              .filter(ref -> ref.getName().equals("refs/heads/" + branch))
              .map(Ref::getObjectId)
              .findFirst();
    } catch (GitAPIException | JGitInternalException | IOException e) {
      throw refused(e) ? noAccess(e) : unavailable("cannot be reached", e);
    }
    return tip.orElseThrow(
        () ->
            new UnavailableException(
                new ProblemException(
                    "the notes' repository " + address + " has no branch '" + branch + "'",
                    "Push that branch, or correct 'notes.branch' in research/programme.yml.")));
  }

  private static Repository nowhere() throws IOException {
    return new InMemoryRepository.Builder()
        .setRepositoryDescription(new DfsRepositoryDescription())
        .setFS(FS.DETECTED)
        .build();
  }

  UnavailableException unavailable(String how, Exception cause) {
    return new UnavailableException(
        new ProblemException(
            "the notes' repository " + address + " " + how,
            "Check the network and 'notes.git' in research/programme.yml.",
            cause));
  }

  private UnavailableException noAccess(Exception cause) {
    return new UnavailableException(
        new ProblemException(
            "the notes' repository " + address + " refuses access",
            token.isPresent()
                ? "Check that the token in FORTNIGHT_GITHUB_TOKEN has not expired and may read it."
                : "Set FORTNIGHT_GITHUB_TOKEN to a token that may read it.",
            cause));
  }

  /** JGit tells by its words only. */
  private static boolean refused(Exception failure) {
    return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(text -> text.matches("(?s).*(not authorized|Authentication is required).*"));
  }

  /** Gives a command what it needs to talk to the host. */
  <C extends TransportCommand<C, ?>> C with(C command) {
    command.setTimeout(SECONDS);
    token.ifPresent(secret -> command.setCredentialsProvider(new HostToken(address, secret)));
    return command;
  }
}
