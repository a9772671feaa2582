package dev.fortnight.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.edition.Decision.Verdict;
import dev.fortnight.site.Tree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastEditionsTest {

  @Test
  void whatWasApprovedAndHeldIsCountedByTheLastWordOfItsSprintBeforeTheSignOff() {
    Tree.Past past =
        PastEditions.of(
                List.of(edition(2, "2026-11-27T15:00:00Z")),
                List.of(
                    decision(1, "findings/old.md", Verdict.HELD, "2026-11-13T10:00:00Z"),
                    decision(2, "findings/a.md", Verdict.HELD, "2026-11-27T10:00:00Z"),
                    decision(2, "findings/a.md", Verdict.APPROVED, "2026-11-27T11:00:00Z"),
                    decision(2, "findings/b.md", Verdict.HELD, "2026-11-27T12:00:00Z"),
                    decision(2, "findings/b.md", Verdict.APPROVED, "2026-11-28T12:00:00Z"),
                    decision(2, "findings/c.md", Verdict.APPROVED, "2026-11-27T15:00:00Z")),
                ZoneOffset.UTC)
            .get(0);

    assertThat(past.approved()).isEqualTo(2);
    assertThat(past.held()).isEqualTo(1);
  }

  private static SignedEdition edition(int number, String at) {
    return new SignedEdition(
        number,
        number,
        "Owner",
        Instant.parse(at),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Decision decision(int sprint, String item, Verdict verdict, String at) {
    return new Decision(
        sprint, item, "hash", Set.of(), verdict, "Owner", Instant.parse(at), Optional.empty());
  }
}
