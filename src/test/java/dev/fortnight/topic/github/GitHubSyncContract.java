package dev.fortnight.topic.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicStore;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store holds after syncs; on whatever database it is given. */
abstract class GitHubSyncContract {

  @TempDir Path folder;

  private final SimulatedGitHub github = new SimulatedGitHub();
  private SimulatedRepository shared;
  private SyncedProgramme programme;

  abstract Database database(Path folder);

  @BeforeEach
  void open() {
    shared = github.repository("council/shared");
    programme =
        new SyncedProgramme(github, database(folder), Optional.of("research"), "council/shared");
  }

  @AfterEach
  void close() {
    programme.database.close();
    github.close();
  }

  private void fill(int topics) {
    for (int i = 1; i <= topics; i++) {
      int number = shared.create("Question " + i, "research");
      shared.comment(number, "grace", "Comment on " + i);
    }
  }

  @Test
  void firstSyncAsksForAsFewPagesAsThereAre() {
    fill(230);
    shared.create("No topic");
    shared.createPullRequest("A change", "research");

    SyncReport report = programme.synced(false);

    assertThat(programme.requestsFrom(0))
        .isEqualTo(
            Map.of(
                "200 /labels", 1,
                "200 /milestones", 1,
                "200 /issues", 3,
                "200 /issues/comments", 3));
    assertThat(report.requests().made()).isEqualTo(8);
    assertThat(report.requests().left()).contains(4992);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void unchangedRepositoryCostsFourConditionalRequests() {
    fill(230);
    programme.synced(false);
    int before = github.requests().size();

    SyncReport report = programme.synced(false);

    assertThat(programme.requestsFrom(before))
        .isEqualTo(
            Map.of(
                "304 /labels", 1,
                "304 /milestones", 1,
                "304 /issues", 1,
                "304 /issues/comments", 1));
    assertThat(report.requests().made()).isEqualTo(4);
    assertThat(report.requests().unchanged()).isEqualTo(4);
    assertThat(report.hasChanged()).isFalse();
  }

  private SyncedProgramme of(Optional<String> label, String... repositories) {
    return new SyncedProgramme(github, programme.database, label, repositories);
  }

  private static void isPaused(SyncOutcome outcome, String resumeAt) {
    assertThat(outcome).isInstanceOf(SyncOutcome.Paused.class);
    assertThat(((SyncOutcome.Paused) outcome).resumeAt()).isEqualTo(resumeAt);
  }

  private static String failure(SyncOutcome outcome) {
    return ((SyncOutcome.Done) outcome).report().failures().get(0).getMessage();
  }

  // facts 1, 2 and 5: cursors

  @Test
  void changeInTheVerySecondOfTheLastOneIsSeen() {
    fill(2);
    programme.synced(false);
    int late = shared.create("In the same second", "research");
    shared.issues.get(late).updated = shared.issues.get(2).updated;

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held()).contains("In the same second");
  }

  @Test
  void cursorIsGitHubsTimeAndNotOurs() {
    fill(2);
    programme.clock.pass(Duration.ofDays(400));
    programme.synced(false);
    shared.edit(1, "Edited", "");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
    assertThat(sinces()).hasSize(1).allMatch(since -> since.startsWith("2026-11-02T08:5"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-400_000, -1, 1, 400_000})
  void lieAboutTheTimeHidesNothing(long hours) {
    github.lie(Duration.ofHours(hours));
    fill(2);
    programme.synced(false);
    shared.edit(1, "Edited", "");
    programme.synced(false);
    shared.edit(2, "Edited too", "");
    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
    assertThat(sinces()).noneMatch(since -> since.compareTo("2008") < 0);
  }

  @Test
  void changeFromTheFutureDoesNotHideThoseUntilThen() {
    fill(2);
    shared.issues.get(2).updated = Instant.parse("2099-01-01T00:00:00Z");
    programme.synced(false);
    shared.edit(1, "Edited", "");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  private List<String> sinces() {
    return github.requests().stream()
        .map(SimulatedGitHub.Request::target)
        .filter(target -> target.contains("since="))
        .map(target -> target.replaceAll(".*since=", ""))
        .toList();
  }

  // fact 3: an interrupted first sync goes on

  @ParameterizedTest
  @EnumSource(SimulatedFault.class)
  void firstSyncGoesOnWhereItWasInterrupted(SimulatedFault fault) {
    fill(250);
    github.fail(fault, 4);
    programme.sync();
    programme.clock.pass(Duration.ofHours(2));
    int before = github.requests().size();

    programme.synced(false);

    assertThat(programme.requestsFrom(before))
        .containsEntry("200 /issues", 1)
        .containsEntry("200 /issues/comments", 3);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  // fact 4: lists shift while they are read

  @Test
  void topicThatSlipsPastWhileTheListShiftsIsFound() {
    fill(250);
    github.meanwhile(
        number -> {
          if (number == 3) {
            shared.edit(5, "Edited meanwhile", "");
          }
        });

    programme.synced(false);
    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  // fact 6

  @Test
  void pullRequestsAreNoTopics() {
    shared.create("A question", "research");
    shared.createPullRequest("A change", "research");

    programme.synced(false);

    assertThat(programme.stored()).contains("A question").doesNotContain("A change");
  }

  // facts 7 and 9: what is gone

  @Test
  void whatIsGoneLeavesATombstoneAndTheOthersAreRead() {
    fill(7);
    SimulatedRepository other = github.repository("county/tools");
    programme.synced(false);
    shared.delete(1);
    shared.hide(2);
    shared.transfer(3, other);
    shared.convertToDiscussion(4);
    shared.removeLabel(5, "research");
    shared.edit(7, "Edited", "");

    programme.synced(true);

    assertThat(programme.stored()).isEqualTo(programme.held());
    assertThat(programme.gone("council/shared"))
        .containsExactly(
            "1 DELETED",
            "2 LOST_ACCESS",
            "3 TRANSFERRED https://github.example/county/tools/issues/1",
            "4 CONVERTED",
            "5 LABEL_REMOVED");
    assertThat(programme.backlog().tombstones("council/shared"))
        .allMatch(stone -> stone.noticedAt().equals(programme.clock.instant()));
    assertThat(topicTitles()).containsExactly("Question 6", "Edited");
  }

  @Test
  void topicThatGetsItsLabelBackIsThereWithAllItsComments() {
    fill(2);
    programme.synced(false);
    shared.removeLabel(1, "research");
    programme.synced(false);
    assertThat(programme.gone("council/shared")).containsExactly("1 LABEL_REMOVED");
    shared.addLabel(1, "research");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
    assertThat(programme.gone("council/shared")).isEmpty();
  }

  @Test
  void convertedTopicDoesNotComeBackWithTheNextList() {
    fill(2);
    programme.synced(false);
    shared.convertToDiscussion(1);
    programme.synced(false);

    shared.edit(1, "Said after", "");
    programme.synced(true);

    assertThat(programme.gone("council/shared")).containsExactly("1 CONVERTED");
    assertThat(topicTitles()).containsExactly("Question 2");
  }

  @Test
  void hiddenRepositoryKeepsItsTopicsUntilASweepAndGetsThemBack() {
    fill(2);
    programme.synced(false);
    github.hide("council/shared");
    assertThat(failure(programme.sync()))
        .isEqualTo("GitHub shows no repository council/shared with issues to this token");
    assertThat(topicTitles()).hasSize(2);

    programme.sweep();
    assertThat(programme.gone("council/shared")).containsExactly("1 LOST_ACCESS", "2 LOST_ACCESS");

    github.show(shared);
    programme.synced(false);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void forgottenTokenBuriesNothing() {
    fill(2);
    programme.synced(false);
    github.hide("council/shared");
    programme.token = Optional.empty();

    programme.sweep();

    assertThat(programme.gone("council/shared")).isEmpty();
    assertThat(topicTitles()).hasSize(2);
  }

  @Test
  void renamedRepositoryIsTheSameOne() {
    fill(2);
    programme.synced(false);
    shared.rename("council/common");
    shared.delete(1);

    programme.synced(true);

    assertThat(programme.gone("council/shared")).containsExactly("1 DELETED");
    assertThat(topicTitles()).containsExactly("Question 2");
  }

  // fact 8

  @Test
  void transferredTopicIsNotTakenForTheOneThatHasItsNewNumber() {
    fill(3);
    SimulatedRepository other = github.repository("county/tools");
    other.create("Foreign");
    programme.synced(false);
    shared.transfer(1, other);

    programme.synced(true);

    assertThat(programme.stored()).isEqualTo(programme.held());
    assertThat(programme.gone("council/shared"))
        .containsExactly("1 TRANSFERRED https://github.example/county/tools/issues/2");
  }

  // fact 10

  @Test
  void namesAreThoseOfTodayThoughNoIssueWasTouched() {
    fill(2);
    shared.addLabel(1, "legal");
    shared.addLabel(2, "question");
    shared.setMilestone(1, "Alpha");
    shared.assign(1, "mary");
    programme.synced(false);
    shared.renameLabel("legal", "law");
    shared.deleteLabel("question");
    shared.renameMilestone("Alpha", "Beta");
    int before = github.requests().size();

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held()).contains("law", "Beta");
    assertThat(github.requests()).hasSize(before + 5);

    github.renameUser("mary", "mary-2");
    programme.synced(true);
    assertThat(programme.stored()).isEqualTo(programme.held()).contains("mary-2");
  }

  @Test
  void renamedTopicLabelIsFollowedAndTold() {
    fill(2);
    programme.synced(false);
    shared.renameLabel("research", "study");

    SyncReport report = ((SyncOutcome.Done) programme.sync()).report();

    assertThat(topicTitles()).hasSize(2);
    assertThat(report.problems().toString()).contains("has another name on GitHub now");
  }

  @Test
  void deletedTopicLabelTakesItsTopicsWithIt() {
    fill(2);
    programme.synced(false);
    shared.deleteLabel("research");
    programme.synced(false);
    assertThat(topicTitles()).isEmpty();

    shared.addLabel(2, "research");
    programme.synced(false);
    assertThat(topicTitles()).containsExactly("Question 2");
  }

  // fact 11

  @Test
  void editedAndDeletedCommentsAreFound() {
    fill(3);
    long doomed = shared.comment(1, "ada", "Delete me");
    long plain = shared.comment(2, "ada", "Edit me");
    programme.synced(false);
    shared.editComment(2, plain, "Edited");
    programme.synced(false);
    assertThat(programme.stored()).isEqualTo(programme.held()).contains("Edited");

    shared.deleteComment(1, doomed);
    shared.comment(1, "grace", "Said instead");
    programme.synced(false);
    assertThat(programme.stored()).isEqualTo(programme.held()).doesNotContain("Delete me");

    shared.deleteComment(2, plain);
    programme.synced(true);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  // facts 12 and 13

  @ParameterizedTest
  @CsvSource({
    "PRIMARY_LIMIT, 2026-11-02T12:01:30Z",
    "PRIMARY_LIMIT_429, 2026-11-02T12:01:30Z",
    "SECONDARY_LIMIT_IN_SECONDS, 2026-11-02T12:01:30Z",
    "SECONDARY_LIMIT_UNTIL, 2026-11-02T12:01:30Z",
    "SECONDARY_LIMIT_429, 2026-11-02T12:01:00Z",
    "SECONDARY_LIMIT_IN_BODY, 2026-11-02T12:01:00Z"
  })
  void limitEndsTheSyncAndNothingIsAskedBeforeItsEnd(SimulatedFault limit, String resumeAt) {
    fill(2);
    github.fail(limit, 2);
    isPaused(programme.sync(), resumeAt);
    assertThat(programme.backlog().resumeAt()).hasToString("Optional[" + resumeAt + "]");
    int before = github.requests().size();

    programme.clock.pass(Duration.ofSeconds(59));
    isPaused(programme.sync(), resumeAt);
    assertThat(github.requests()).hasSize(before);

    programme.clock.pass(Duration.ofSeconds(31));
    programme.synced(false);
    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void waitsLongerEachTimeWhereGitHubDoesNotSayHowLongButNotForEver() {
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      github.fail(SimulatedFault.SECONDARY_LIMIT_IN_BODY, 0);
      Instant until = ((SyncOutcome.Paused) programme.sync()).resumeAt();
      Duration wait = Duration.between(programme.clock.instant(), until);
      minutes.add(wait.toMinutes());
      programme.clock.pass(wait);
    }

    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  // fact 15

  @Test
  void etagsOfOneTokenAreNotUsedWithAnother() {
    fill(2);
    programme.synced(false);
    programme.token = Optional.of(new Secret("ghp_AnotherExampleToken"));
    int before = github.requests().size();

    programme.synced(false);

    assertThat(github.requests().subList(before, github.requests().size()))
        .noneMatch(SimulatedGitHub.Request::isConditional);
  }

  @Test
  void pageThatIsTheSameMayHaveANextOne() {
    fill(100);
    programme.synced(false);
    shared.create("The 101st", "research");

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held()).contains("The 101st");
  }

  // fact 18

  @ParameterizedTest
  @EnumSource(
      value = SimulatedFault.class,
      names = {"UNICORN", "BAD_GATEWAY", "SIGN_IN_PAGE", "HALF_JSON", "CUT_OFF", "SILENCE"})
  void whatIsNoAnswerIsNotAnEmptyBacklog(SimulatedFault fault) {
    fill(2);
    programme.synced(false);
    shared.edit(1, "Edited", "");
    for (int request = 0; request < 4; request++) {
      github.fail(fault, request);
      SyncOutcome.Done done = (SyncOutcome.Done) programme.sync(request == 3);
      assertThat(done.report().failures()).hasSize(1);
      github.failNoMore();
    }
    assertThat(topicTitles()).hasSize(2);

    programme.synced(false);

    assertThat(programme.stored()).isEqualTo(programme.held());
  }

  @Test
  void oneRepositorysFailureDoesNotStopTheOthers() {
    fill(1);
    github.repository("county/tools").create("Theirs", "research");
    SyncedProgramme both =
        of(Optional.of("research"), "nobody/nothing", "council/shared", "county/tools");

    SyncOutcome.Done done = (SyncOutcome.Done) both.sync();

    assertThat(done.report().failures()).hasSize(1);
    assertThat(topicTitles()).containsExactly("Question 1", "Theirs");
  }

  @Test
  void tokenIsInNothingThatIsSaidOrStored() {
    fill(1);
    github.fail(SimulatedFault.SIGN_IN_PAGE, 0);
    SyncOutcome failed = programme.sync();
    programme.synced(true);

    assertThat(failed + programme.stored()).doesNotContain(SyncedProgramme.TOKEN);
    assertThat(github.requests())
        .allMatch(request -> !request.target().contains(SyncedProgramme.TOKEN))
        .allMatch(
            request ->
                request.authorization().equals(Optional.of("Bearer " + SyncedProgramme.TOKEN)));
  }

  @Test
  void secondSyncAtOnceLeavesItToTheFirst() {
    fill(1);
    List<SyncOutcome> second = new ArrayList<>();
    github.meanwhile(
        number -> {
          if (number == 1) {
            second.add(programme.sync());
          }
        });

    programme.synced(false);

    assertThat(second).containsExactly(new SyncOutcome.Busy());
  }

  @Test
  void whatChangedATopicsStateIsKept() {
    fill(1);
    programme.synced(false);
    shared.close(1, "completed");
    shared.reopen(1);
    shared.close(1, "not_planned");

    programme.synced(false);

    assertThat(programme.backlog().issues("council/shared").get(0).events())
        .extracting(event -> event.event() + " " + event.reason().orElse("-"))
        .containsExactly("closed completed", "reopened -", "closed not_planned");
  }

  private List<String> topicTitles() {
    return TopicStore.in(programme.database).topics("shared-software").stream()
        .map(Topic::title)
        .toList();
  }
}
