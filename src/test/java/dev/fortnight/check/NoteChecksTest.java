package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one check leaves to the next is what that would have found. */
class NoteChecksTest {

  private static final String FROM = "pages/about.md";
  private static final String TO = "pages/how.md";

  private final Illustration programme =
      new Illustration()
          .note(FROM, page("[How](how.md#ways), [what](what/), [here](https://example.org/)"))
          .note("pages/plain.md", page("[How](how.md#ways) and [there](https://example.org/)."))
          .note(TO, page("## Ways\n\nSome."))
          .note("pages/what.md", page("That."));
  private final CheckMemory memory = new CheckMemory();

  private static String page(String text) {
    return "---\ntitle: A page\n---\nText.\n\n" + text + "\n";
  }

  private static Stream<Arguments> changes() {
    return Stream.<Consumer<Illustration>>of(
            some -> some.note(TO, page("## Ways\n\nOthers.")),
            some -> some.note(TO, page("## Means\n\nSome.")),
            some ->
                some.note(
                    TO, page("## Ways\n\nSome.").replace("---\nT", "consent: internal\n---\nT")),
            some -> some.note(TO, page("Some.").replace("---\nT", "published: false\n---\nT")),
            some ->
                some.note("pages/what.md", page("That.").replace("---\nT", "slug: why\n---\nT")),
            some -> some.note(FROM, page("![A picture](how.png)")),
            some -> some.note("pages/plain.md", page("[How](who.md)")))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatChangedIsLookedAtAgain(Consumer<Illustration> change) {
    problems();
    problems();
    change.accept(programme);

    List<Problem> again = problems();

    assertThat(again).isEqualTo(programme.check().problems());
    assertThat(problems()).isEqualTo(again);
  }

  private List<Problem> problems() {
    return Checker.check(programme.snapshot(), memory).problems();
  }

  @Test
  void whatWasHeardOfANoteThatNobodyWroteToIsKept() {
    problems();
    LastCheck first = memory.lastCheck();
    programme.note("pages/what.md", page("This."));

    problems();

    LastCheck second = memory.lastCheck();
    assertThat(second.index().orElseThrow().isContinued()).isTrue();
    assertThat(second.at("pages/plain.md")).isSameAs(first.at("pages/plain.md"));
    assertThat(second.pages().get("pages/plain.md")).isSameAs(first.pages().get("pages/plain.md"));
    assertThat(second.at("pages/what.md")).isNotSameAs(first.at("pages/what.md"));
    assertThat(second.at(FROM).isSettled()).as("it links by an address").isFalse();
    assertThat(second.index().orElseThrow().note("pages/what.md").orElseThrow().source())
        .contains("This.");
  }

  @Test
  void aNoteThatSaysMoreToOthersMakesAnotherIndex() {
    problems();
    programme.note("pages/what.md", page("That.").replace("---\nT", "topics: [maps]\n---\nT"));

    problems();

    assertThat(memory.lastCheck().index().orElseThrow().isContinued()).isFalse();
  }
}
