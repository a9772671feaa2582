package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fortnight.edition.Source;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others and broken machines may do to a publication. */
class RivalsAndFailuresTest {

  @TempDir Path folder;

  private final GeneratedSite site = new GeneratedSite(12);
  private Path remote;
  private Path cache;
  private Branch branch;

  @BeforeEach
  void create() {
    remote = folder.resolve("site.git");
    cache = folder.resolve("cache.git");
    branch = Branch.create(remote);
  }

  @Test
  void pushBetweenFetchAndPushIsBuiltUpon() throws Exception {
    publisher().publish(site.working());
    AtomicInteger rivals = new AtomicInteger();

    publisher(
            step -> {
              if (step == Step.COMMIT_WRITTEN && rivals.incrementAndGet() <= 2) {
                branch.push("rival-" + rivals + ".txt", "theirs\n");
              }
            })
        .publish(site.edition(1));

    assertThat(branch.files())
        .containsKeys("rival-1.txt", "rival-2.txt", "editions/1/index.html", "index.html");
    assertThat(branch.messages())
        .containsExactly(
            "Publish edition 1", "Add rival-2.txt", "Add rival-1.txt", "Publish the working site");
  }

  @Test
  void rivalWhoIsAlwaysFasterEndsInAFailureThatSaysSo() throws Exception {
    AtomicInteger rivals = new AtomicInteger();

    assertThatThrownBy(
            () ->
                publisher(
                        step -> {
                          if (step == Step.COMMIT_WRITTEN) {
                            branch.push("rival-" + rivals.incrementAndGet() + ".txt", "theirs\n");
                          }
                        })
                    .publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("somebody else pushed to gh-pages each time that Fortnight tried to");
    assertThat(rivals).hasValue(5);
    assertThat(branch.files().keySet()).allMatch(path -> path.startsWith("rival-"));
  }

  @Test
  void branchThatIsMovedBackMeanwhileIsNotOverwritten() throws Exception {
    branch.git("config", "receive.denyNonFastForwards", "true");
    publisher().publish(site.working());
    ObjectId first = branch.tip();
    publisher().publish(site.changed(1, 1).working());
    AtomicInteger moves = new AtomicInteger();

    publisher(
            step -> {
              if (step == Step.COMMIT_WRITTEN && moves.getAndIncrement() == 0) {
                branch.git("update-ref", "refs/heads/gh-pages", first.name());
              }
            })
        .publish(site.edition(1));

    try (Repository repository = branch.open()) {
      assertThat(repository.parseCommit(branch.tip()).getParent(0).getId()).isEqualTo(first);
    }
  }

  @Test
  void branchThatIsDeletedMeanwhileIsBegunAgain() throws Exception {
    publisher().publish(site.working());
    AtomicInteger moves = new AtomicInteger();

    publisher(
            step -> {
              if (step == Step.COMMIT_WRITTEN && moves.getAndIncrement() == 0) {
                branch.git("update-ref", "-d", "refs/heads/gh-pages");
              }
            })
        .publish(site.edition(1));

    assertThat(branch.messages()).containsExactly("Publish edition 1");
  }

  @Test
  void hookThatSaysNoLeavesTheBranchAloneAndTheNextTryCompletes() throws Exception {
    publisher().publish(site.working());
    ObjectId tip = branch.tip();
    branch.hook("exit 1\n");

    assertThatThrownBy(() -> publisher().publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("pre-receive hook declined");
    assertThat(branch.tip()).isEqualTo(tip);

    Files.delete(remote.resolve("hooks/pre-receive"));
    publisher().publish(site.edition(1));
    verify();
  }

  @Test
  void repositoryThatIsGoneIsReportedAndServedAgainWhenItIsBack() throws Exception {
    publisher().publish(site.working());
    Path away = folder.resolve("away.git");
    Files.move(remote, away);

    assertThatThrownBy(() -> publisher().publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the repository that the site is published to cannot be reached");

    Files.move(away, remote);
    publisher().publish(site.edition(1));
    verify();
  }

  @Test
  void repositoryThatGoesBetweenFetchAndPushIsReported() throws Exception {
    Path away = folder.resolve("away.git");

    assertThatThrownBy(
            () ->
                publisher(step -> move(step == Step.COMMIT_WRITTEN, remote, away))
                    .publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the site was not published");
  }

  @Test
  void repositoryThatWasReplacedByAnotherIsPublishedToFromTheStart() throws Exception {
    publisher().publish(site.edition(1));
    FileUtils.delete(remote.toFile(), FileUtils.RECURSIVE);
    branch = Branch.create(remote);

    publisher().publish(site.edition(1));

    verify();
    assertThat(branch.messages()).containsExactly("Publish edition 1");
  }

  @Test
  void damagedCopyIsMadeAnew() throws Exception {
    publisher().publish(site.edition(1));
    publisher().publish(site.working());
    try (Stream<Path> files = Files.walk(cache.resolve("objects"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    publisher().publish(site.changed(3, 1).working());

    assertThat(branch.messages()).hasSize(3);
    verify();
  }

  @Test
  void copyWithoutSomeObjectsIsMadeAnew() throws Exception {
    publisher().publish(site.edition(1));
    try (Stream<Path> files = Files.walk(cache.resolve("objects"))) {
      List<Path> objects = files.filter(Files::isRegularFile).sorted().toList();
      for (int i = 0; i < objects.size(); i += 2) {
        Files.delete(objects.get(i));
      }
    }

    publisher().publish(site.changed(3, 6).edition(2));

    verify();
  }

  @Test
  void copyOfAnotherBranchIsMadeAnew() throws Exception {
    publisher().publish(site.edition(1));
    Path other = folder.resolve("other.git");
    branch = Branch.create(other);
    remote = other;

    publisher().publish(site.working());

    assertThat(branch.files()).doesNotContainKey("editions/1/index.html");
    verify();
  }

  @Test
  void folderOfSomethingElseAtTheCopysPlaceIsMadeAnew() throws Exception {
    Files.createDirectories(cache.resolve("objects"));
    Files.writeString(cache.resolve("config"), "[core\nnot a configuration");

    publisher().publish(site.edition(1));

    verify();
  }

  @Test
  void fullDiskIsReportedAndNothingIsPublic() throws Exception {
    Path small = folder.resolve("small");
    Files.createDirectories(small);
    assumeTrue(isMounted(small), "only root can mount a small disk");
    try {
      cache = small.resolve("cache.git");
      GitHubPagesPublisher publisher = publisher();

      assertThatThrownBy(() -> publisher.publish(new GeneratedSite(800).edition(1)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("the copy of the published branch");
      assertThat(branch.tip()).isNull();

      publisher.publish(site.edition(1));
      verify();
    } finally {
      Branch.run(folder, "umount", small.toString());
    }
  }

  private boolean isMounted(Path small) throws Exception {
    return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString())
            .redirectErrorStream(true)
            .start()
            .waitFor()
        == 0;
  }

  @Test
  void cacheThatCannotBeMadeIsReported() throws Exception {
    Files.writeString(folder.resolve("file"), "not a folder\n");
    cache = folder.resolve("file/cache.git");

    assertThatThrownBy(() -> publisher().publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the copy of the published branch");
    assertThat(branch.tip()).isNull();
  }

  @Test
  void commitsSayWhoMadeThemAndWhen() throws Exception {
    publisher().publish(site.edition(1));

    try (Repository repository = branch.open()) {
      RevCommit commit = repository.parseCommit(branch.tip());
      PersonIdent author = commit.getAuthorIdent();
      assertThat(author.getName() + " " + author.getEmailAddress())
          .isEqualTo("Fortnight fortnight@invalid");
      assertThat(author.getWhenAsInstant()).isEqualTo(Source.REVIEW);
      assertThat(commit.getCommitterIdent()).isEqualTo(author);
      assertThat(commit.getFullMessage()).isEqualTo("Publish edition 1\n");
    }
  }

  @Test
  void folderOfSomebodyElseAtOurPlaceIsNotReplaced() throws Exception {
    branch.push("working/theirs.html", "<p>Theirs.</p>\n");
    branch.push("editions/3/theirs.html", "<p>Theirs.</p>\n");

    assertThatThrownBy(() -> publisher().publish(site.working()))
        .hasMessage("the published site has a file of somebody else's at working");
    assertThatThrownBy(() -> publisher().publish(site.edition(3)))
        .hasMessage("the published site has a file of somebody else's at editions/3");
  }

  @Test
  void twoProcessesOnOneCopyLoseNothing() throws Exception {
    List<Process> publishers = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      publishers.add(PublishingProcess.start(remote, cache, number));
    }
    for (Process publisher : publishers) {
      assertThat(publisher.waitFor()).isZero();
    }

    assertThat(branch.files())
        .containsKeys("editions/1/index.html", "editions/2/index.html", "editions/3/index.html");
    assertThat(branch.messages()).hasSize(3);
    verify();
  }

  private static void move(boolean isTime, Path from, Path to) {
    try {
      if (isTime) {
        Files.move(from, to);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void verify() {
    branch.git("fsck", "--strict", "--full");
  }

  private GitHubPagesPublisher publisher() {
    return publisher(Step.Listener.NONE);
  }

  private GitHubPagesPublisher publisher(Step.Listener steps) {
    return new GitHubPagesPublisher(
        remote.toString(),
        Settings.DEFAULT,
        cache,
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC),
        steps);
  }
}
