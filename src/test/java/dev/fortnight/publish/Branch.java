package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The published branch of a bare repository, looked at and changed as others would. */
final class Branch {

  private static final String REF = "refs/heads/gh-pages";

  private final Path repository;

  Branch(Path repository) {
    this.repository = repository;
  }

  static Branch create(Path repository) {
    PublishedBranch.create(repository);
    return new Branch(repository);
  }

  Repository open() throws IOException {
    return new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
  }

  ObjectId tip() throws IOException {
    try (Repository bare = open()) {
      return bare.resolve(REF);
    }
  }

  /** The folder that its newest commit shows. */
  ObjectId tree() throws IOException {
    try (Repository bare = open()) {
      return bare.resolve(REF + "^{tree}");
    }
  }

  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Repository bare = open();
        RevWalk commits = new RevWalk(bare);
        TreeWalk walk = new TreeWalk(bare)) {
      walk.addTree(commits.parseCommit(bare.resolve(REF)).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = bare.open(walk.getObjectId(0)).getBytes();
        files.put(walk.getPathString(), new String(bytes, UTF_8));
      }
    }
    return files;
  }

  /** What the history says, newest first. */
  List<String> messages() throws IOException {
    try (Repository bare = open();
        Git git = new Git(bare)) {
      Iterable<RevCommit> log = git.log().add(bare.resolve(REF)).call();
      return StreamSupport.stream(log.spliterator(), false)
          .map(RevCommit::getShortMessage)
          .toList();
    } catch (GitAPIException e) {
      throw new IOException(e);
    }
  }

  /** Somebody else's commit on top: one more file, and nothing else touched. */
  void push(String path, String content) {
    try {
      Path clone = Files.createTempDirectory("somebody");
      git(clone, "init", "--quiet", "--initial-branch=gh-pages");
      git(clone, "config", "user.name", "Somebody");
      git(clone, "config", "user.email", "somebody@example.org");
      if (tip() != null) {
        git(clone, "pull", "--quiet", repository.toString(), "gh-pages");
      }
      Path file = clone.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      git(clone, "add", "--all");
      git(clone, "commit", "--quiet", "--message", "Add " + path);
      git(clone, "push", "--quiet", repository.toString(), "gh-pages");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A hook that each push has to pass. */
  void hook(String script) throws IOException {
    Path hook = repository.resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script);
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  void git(String... arguments) {
    git(repository, arguments);
  }

  /** Runs git itself in a folder, and answers with what it says. */
  static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return run(folder, command.toArray(String[]::new));
  }

  static String run(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(String.join(" ", command) + ": " + said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
