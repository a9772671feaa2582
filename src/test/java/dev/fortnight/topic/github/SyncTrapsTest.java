package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Secret;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is easily got wrong about GitHub, one trap at a time. */
@OnBothDatabases
class SyncTrapsTest {

  private static final Map<String, Integer> NOTHING_NEW =
      Map.of("304 /labels", 1, "304 /milestones", 1, "304 /issues", 1, "304 /issues/comments", 1);

  @Parameter TestDatabase kind;

  private final SimulatedGitHub github = new SimulatedGitHub();
  private final SimulatedRepository shared = github.repository("council/shared");
  private final SimulatedRepository tools = github.repository("county/tools");
  private SyncedProgramme programme;

  @BeforeEach
  void open(@TempDir Path folder) {
    programme =
        new SyncedProgramme(github, kind.open(folder), Optional.of("research"), "council/shared");
    for (int i = 1; i <= 3; i++) {
      shared.comment(shared.create("Question " + i, "research"), "grace", "Comment on " + i);
    }
  }

  @AfterEach
  void close() {
    programme.database.close();
    github.close();
  }

  private Map<String, Integer> costOfNextSync() {
    int before = github.requests().size();
    programme.synced(false);
    return programme.requestsFrom(before);
  }

  @Test
  void listsAreAskedForInTheOrderOfTheirChanges() {
    programme.synced(false);
    shared.edit(1, "Edited", "");
    programme.synced(true);

    assertThat(github.requests())
        .extracting(SimulatedGitHub.Request::target)
        .filteredOn(target -> target.matches("/repos/council/shared/issues(/comments)?\\?.*"))
        .hasSizeGreaterThan(4)
        .allMatch(target -> target.contains("sort=updated&direction=asc&per_page=100"));
  }

  @Test
  void requestsAreMadeOneAfterAnother() {
    programme.synced(false);
    shared.edit(1, "Edited", "");
    programme.synced(true);

    assertThat(github.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void whateverHappenedASyncLaterItCostsFourConditionalRequestsAgain() {
    programme.synced(false);
    shared.edit(1, "Edited", "");
    shared.addLabel(2, "legal");
    programme.synced(false);
    assertThat(costOfNextSync()).isEqualTo(NOTHING_NEW);

    shared.removeLabel(2, "research");
    shared.deleteLabel("legal");
    shared.setMilestone(1, "Alpha");
    shared.close(3, "completed");
    programme.synced(false);
    programme.synced(false);
    assertThat(costOfNextSync()).isEqualTo(NOTHING_NEW);

    shared.delete(3);
    programme.synced(true);
    assertThat(costOfNextSync()).isEqualTo(NOTHING_NEW);
  }

  @Test
  void commentsOfATransferredTopicAreNotReadFromTheOneWithItsNewNumber() {
    tools.create("Foreign", "research");
    shared.comment(1, "ada", "Uncounted");
    programme.synced(false);
    shared.issues.get(1).comments.clear();
    shared.edit(1, "Has lost its comments", "");
    int before = github.requests().size();
    github.meanwhile(
        number -> {
          if (github.requests().size() == before + 4) { // the lists have been read
            int there = shared.transfer(1, tools);
            tools.comment(there, "mary", "Said elsewhere");
          }
        });

    programme.synced(false);

    assertThat(programme.requestsFrom(before)).containsKey("301 /issues/1/comments");
    assertThat(programme.gone("council/shared"))
        .containsExactly("1 TRANSFERRED https://github.example/county/tools/issues/2");
    assertThat(programme.stored()).isEqualTo(programme.held()).doesNotContain("Said elsewhere");
  }

  @Test
  void topicThatHasTheSameNumberElsewhereIsGone() {
    programme.synced(false);
    assertThat(shared.transfer(1, tools)).isEqualTo(1);

    programme.synced(true);

    assertThat(programme.gone("council/shared"))
        .containsExactly("1 TRANSFERRED https://github.example/county/tools/issues/1");
  }

  @Test
  void topicThatWasTransferredThereAndBackIsGoneUnderItsFirstNumber() {
    programme.synced(false);
    int back = shared.create("Back again", "research");
    shared.delete(1);
    shared.gone.put(
        1, new SimulatedRepository.Gone(301, "/repositories/" + shared.id + "/issues/" + back));

    programme.synced(true);

    assertThat(programme.gone("council/shared"))
        .containsExactly("1 TRANSFERRED https://github.example/council/shared/issues/" + back);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void firstTopicOfAnEmptyRepositoryIsSeen() {
    SyncedProgramme empty =
        new SyncedProgramme(github, programme.database, Optional.of("research"), "county/tools");
    tools.label("research");
    empty.synced(false);
    tools.create("First", "research");

    empty.synced(false);

    assertThat(empty.stored()).contains("First").isEqualTo(empty.held());
  }

  @Test
  void topicThatLosesAnotherLabelHasOnlyThoseThatAreLeft() {
    shared.addLabel(1, "legal");
    shared.addLabel(1, "question");
    programme.synced(false);
    shared.removeLabel(1, "legal");

    programme.synced(false);

    assertThat(programme.backlog().issues("council/shared").get(0).labels())
        .containsExactly("research", "question");
  }

  @Test
  void renamedPersonIsCalledByTheNewNameEverywhereOnceSeen() {
    programme.synced(false);
    github.renameUser("grace", "grace-hopper");
    shared.comment(3, "grace-hopper", "A word more");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held()).doesNotContain("grace:");
  }

  @Test
  void whatIsNotThereIsNotRemembered() {
    programme.synced(false);
    github.hide("council/shared");
    programme.sync();
    programme.sync();
    github.show(shared);
    shared.edit(1, "Edited meanwhile", "");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void topicClosedAndReopenedBetweenTwoSyncsHasBothEvents() {
    programme.synced(false);
    shared.close(1, "completed");
    shared.reopen(1);
    programme.synced(false);
    assertThat(programme.events(1)).containsExactly("closed completed", "reopened");

    shared.close(1, "not_planned");
    shared.reopen(1);
    programme.synced(false);

    assertThat(programme.events(1))
        .containsExactly("closed completed", "reopened", "closed not_planned", "reopened");
  }

  @Test
  void conversionOfATopicThatWasClosedAndLockedBeforeIsSeen() {
    shared.close(1, "completed");
    shared.issues.get(1).isLocked = true;
    programme.synced(false);
    assertThat(programme.gone("council/shared")).isEmpty();

    shared.convertToDiscussion(1);
    programme.synced(false);

    assertThat(programme.gone("council/shared")).containsExactly("1 CONVERTED");
  }

  @Test
  void tokenOfAnAppIsMadeAnewBeforeItEnds() {
    List<Instant> made = new ArrayList<>();
    programme.app =
        Optional.of(
            now -> {
              if (made.isEmpty() || !grant(made).isGood(now)) {
                made.add(now);
              }
              return Optional.of(grant(made));
            });
    programme.synced(false);
    programme.clock.pass(Duration.ofMinutes(54));
    programme.synced(false);
    assertThat(made).hasSize(1);
    programme.clock.pass(Duration.ofMinutes(1));

    programme.synced(false);

    assertThat(made).hasSize(2);
    assertThat(github.requests())
        .extracting(request -> request.authorization().orElse(""))
        .startsWith("Bearer app-token-1")
        .endsWith("Bearer app-token-2");
  }

  private static GitHubCredentials.Grant grant(List<Instant> made) {
    return new GitHubCredentials.Grant(
        new Secret("app-token-" + made.size()),
        Optional.of(made.get(made.size() - 1).plus(Duration.ofHours(1))),
        String.valueOf(made.size()).repeat(64));
  }
}
