package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process keeps in mind of notes makes no difference to what is said of them. */
class CheckedAgainTest {

  private final CheckMemory memory = new CheckMemory();

  private void isCheckedAsIfForTheFirstTime(Snapshot snapshot) {
    assertThat(Checker.check(snapshot, memory).problems())
        .isEqualTo(Checker.check(snapshot).problems());
  }

  private static List<String> checks(Snapshot snapshot) {
    return Checker.check(snapshot).problems().stream().map(problem -> problem.check()).toList();
  }

  @Test
  void ruleAboutANoteIsAskedAgainWhenItIsPublishedOtherwise() {
    Snapshot shown =
        new Illustration()
            .media("media/a.png", new byte[0])
            .note("pages/a.md", "---\ntitle: A\nTopic: 4\n---\n![](../media/a.png)\n")
            .snapshot();
    Snapshot hidden = shown.showing(note -> false);
    assertThat(checks(shown)).contains("image-text", "key");
    assertThat(checks(hidden)).contains("key").doesNotContain("image-text");

    isCheckedAsIfForTheFirstTime(shown);
    isCheckedAsIfForTheFirstTime(hidden);
    isCheckedAsIfForTheFirstTime(hidden);
    isCheckedAsIfForTheFirstTime(shown);
  }
}
