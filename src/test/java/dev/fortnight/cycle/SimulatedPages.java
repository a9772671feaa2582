package dev.fortnight.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.publish.PagesHost;
import dev.fortnight.publish.PublishedBranch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A host of pages and its repository: what was pushed is public when the host has built it. */
final class SimulatedPages implements AutoCloseable {

  private static final String BRANCH = "refs/heads/gh-pages";

  private final PagesHost host = new PagesHost();
  private final Path repository;
  private volatile byte[] shown = {};
  private volatile boolean isDown;
  private volatile boolean isQuick;

  SimulatedPages(Path repository) {
    this.repository = repository;
    PublishedBranch.create(repository);
    host.answer(
        "versions.json",
        exchange -> {
          if (isQuick) {
            build();
          }
          boolean isThere = !isDown && shown.length > 0;
          exchange.sendResponseHeaders(isThere ? 200 : isDown ? 503 : 404, isThere ? 0 : -1);
          if (isThere) {
            exchange.getResponseBody().write(shown);
          }
        });
  }

  URI address() {
    return host.address();
  }

  /** Shows what was pushed last. */
  void build() throws IOException {
    isDown = false;
    shown = pushedFile();
  }

  /** From now on it takes no time. */
  void buildAtOnce() {
    isQuick = true;
  }

  void goDown() {
    isDown = true;
  }

  /** The editions that a reader sees. */
  TreeSet<Integer> publicEditions() throws IOException {
    return editions(shown);
  }

  TreeSet<Integer> pushedEditions() throws IOException {
    return editions(pushedFile());
  }

  private static TreeSet<Integer> editions(byte[] versions) throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    if (versions.length > 0) {
      for (JsonNode edition : new ObjectMapper().readTree(versions).path("editions")) {
        numbers.add(edition.path("number").asInt());
      }
    }
    return numbers;
  }

  private byte[] pushedFile() throws IOException {
    try (Repository bare = open()) {
      ObjectId file = bare.resolve(BRANCH + ":versions.json");
      return file == null ? new byte[0] : bare.open(file).getBytes();
    }
  }

  /** What was published, the oldest first, the working site left out. */
  List<String> published() throws IOException, GitAPIException {
    List<String> subjects = new ArrayList<>();
    try (Repository bare = open();
        Git git = new Git(bare)) {
      for (RevCommit commit : git.log().add(bare.resolve(BRANCH)).call()) {
        if (commit.getShortMessage().contains("edition")) {
          subjects.add(0, commit.getShortMessage());
        }
      }
    }
    return subjects;
  }

  private Repository open() throws IOException {
    return new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
  }

  @Override
  public void close() {
    host.close();
  }
}
