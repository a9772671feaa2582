package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.Snapshot;
import dev.fortnight.problem.Problem;
import dev.fortnight.topic.TopicAuthor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What somebody outside the team can change waits until a reviewer has approved it as it is. */
class TopicsOfOutsidersTest {

  private static final Approved NOTHING =
      new Approved(new TreeMap<>(), Map.of(), hash -> Optional.empty());
  private static final String QUESTION =
      "topic 7: somebody outside the team can change the text of this topic, so it is not"
          + " published until a reviewer has approved it as it is. Read it and approve it in the"
          + " review. Each change of it asks again.";

  @Test
  void aTopicOfTheTeamAsksNothing() {
    Source source = Source.small().topic(7, "Who pays?", TopicAuthor.TEAM);

    assertThat(problems(NOTHING, source)).doesNotContain(QUESTION);
    assertThat(topics(NOTHING, source)).contains("Who pays?");
  }

  @Test
  void aTopicOfAnOutsiderIsAskedAboutAndNotShown() {
    Source source = outsiders("Who pays?");

    assertThat(problems(NOTHING, source)).contains(QUESTION);
    assertThat(topics(NOTHING, source)).doesNotContain("Who pays?");
  }

  @Test
  void itCanBeReviewed() {
    assertThat(outsiders("Who pays?").now().items()).containsKey("topics/7");
  }

  @Test
  void onceApprovedItIsShownAndNotAskedAbout() {
    Source source = outsiders("Who pays?");

    assertThat(problems(source.approved(), source)).doesNotContain(QUESTION);
    assertThat(topics(source.approved(), source)).contains("Who pays?");
  }

  @Test
  void whatTheOutsiderChangesAfterwardsIsAskedAboutAgainAndTheEditionStaysAsItWas() {
    Source source = outsiders("Who pays?");
    Approved approved = source.approved();
    source.topic(7, "Buy my shoes", TopicAuthor.OUTSIDER);

    assertThat(problems(approved, source)).contains(QUESTION);
    assertThat(topics(approved, source)).doesNotContain("Buy my shoes", "Who pays?");
    assertThat(titles(EditionContents.compose(approved, source.now(), Source.REVIEW).research()))
        .contains("Who pays?");
  }

  @Test
  void whoseItIsChangesNoApproval() {
    Source source = Source.small().topic(7, "Who pays?", TopicAuthor.TEAM);

    assertThat(source.now().items().get("topics/7").hash())
        .isEqualTo(outsiders("Who pays?").now().items().get("topics/7").hash());
  }

  private static Source outsiders(String title) {
    return Source.small().topic(7, title, TopicAuthor.OUTSIDER);
  }

  private static List<String> topics(Approved approved, Source source) {
    return titles(WorkingContents.compose(approved, source.now(), Set.of(), CheckMemory.none()));
  }

  private static List<String> titles(CheckedResearch research) {
    return research.topics().stream().map(CheckedTopic::content).map(t -> t.title()).toList();
  }

  private static List<String> problems(Approved approved, Source source) {
    Snapshot snapshot = source.now().snapshot();
    return Answered.check(snapshot, approved).problems().stream().map(Problem::toString).toList();
  }
}
