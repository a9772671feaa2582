package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one check leaves to the next is what that would have found. */
class SettledLinksTest {

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
  void linksOfANoteThatNobodyWroteToStaySettled() {
    SettledLinks first = links(new ResearchIndex(programme.snapshot()));
    programme.note("pages/what.md", page("This."));
    ResearchIndex index = new ResearchIndex(programme.snapshot());

    SettledLinks second = new SettledLinks(index, Optional.of(first));

    assertThat(second.wasSettled(index.note("pages/plain.md").orElseThrow())).isTrue();
    assertThat(second.wasSettled(index.note("pages/what.md").orElseThrow())).isFalse();
    assertThat(second.wasSettled(index.note(FROM).orElseThrow())).isFalse();
  }

  private static SettledLinks links(ResearchIndex index) {
    SettledLinks settled = new SettledLinks(index, Optional.empty());
    LinkCheck check = new LinkCheck(settled);
    index.notes().forEach(note -> check.problems(note, index));
    return settled;
  }
}
