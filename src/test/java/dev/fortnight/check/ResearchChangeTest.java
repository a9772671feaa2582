package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResearchChangeTest {

  private static final String CLERK = "interviews/2026-11-10-clerk.md";
  private static final String TEXT =
      """
      ---
      title: A clerk
      consent: public
      participants: [P01]
      tags: [permits]
      ---
      It took long.

      > I waited for a signature.
      {: #q1 .evidence}

      ## What we saw

      See [the other](../findings/permits-wait.md).
      """;

  private final Illustration programme =
      new Illustration()
          .note(CLERK, TEXT)
          .note(
              "findings/permits-wait.md",
              "---\ntitle: Permits wait\nevidence: [interviews/2026-11-10-clerk#q1]\n---\nThey do.\n")
          .topic(1, "Permits", "Text.");
  private final CheckedResearch earlier = programme.research();

  private Optional<ResearchChange> after(String from, String to) {
    assertThat(TEXT).contains(from);
    return programme.note(CLERK, TEXT.replace(from, to)).research().changeSince(earlier);
  }

  @Test
  void nothingDiffersWhereNothingWasWritten() {
    assertThat(programme.research().changeSince(earlier))
        .contains(new ResearchChange(Set.of(), Set.of()));
  }

  @Test
  void textIsItsNotesAlone() {
    assertThat(after("## What we saw\n", "## What we saw\n\nMuch.\n"))
        .contains(new ResearchChange(Set.of(CLERK), Set.of()));
  }

  @ParameterizedTest
  @CsvSource({"title: A clerk, title: Another clerk", "It took long., It took longer."})
  void titleAndFirstParagraphShowWhereOthersLeadThere(String from, String to) {
    assertThat(after(from, to))
        .contains(new ResearchChange(Set.of(CLERK), Set.of("interviews/clerk/")));
  }

  @ParameterizedTest
  @CsvSource({
    "waited for, needed",
    "#q1, #q2",
    "## What we saw, ## What they said",
    "permits-wait.md, nothing.md",
    "tags: [permits], tags: [parking]",
    "consent: public, consent: findings-only",
    "title: A clerk, permalink: /there/",
    "title: A clerk, date: 2026-11-11"
  })
  void whatOthersShowOtherwiseMayShowAnywhere(String from, String to) {
    assertThat(after(from, to)).isEmpty();
  }

  private static Stream<Arguments> changes() {
    return Stream.<Consumer<Illustration>>of(
            some -> some.note("pages/about.md", "---\ntitle: About\n---\nText.\n"),
            some -> some.topic(2, "Parking", "Text."),
            some ->
                some.media("data/a.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8))
                    .media("data/a.yml", DATA.getBytes(StandardCharsets.UTF_8)),
            some -> some.programme("title: Permits\nsummary: Why?\ncycle: {first: 2026-11-02}\n"))
        .map(Arguments::of);
  }

  private static final String DATA =
      "title: A table\ndescription: Of one.\ncolumns: {a: {type: integer, description: One.}}\n";

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsThereOrNotMayShowAnywhere(Consumer<Illustration> change) {
    change.accept(programme);
    assertThat(programme.research().changeSince(earlier)).isEmpty();
  }

  @Test
  void whatIsShownOrNotMayShowAnywhere() {
    Snapshot less = programme.snapshot().showing(note -> !note.path().equals(CLERK));
    assertThat(Checker.check(less).research().changeSince(earlier)).isEmpty();
  }
}
