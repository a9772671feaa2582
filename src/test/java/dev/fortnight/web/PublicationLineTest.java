package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.PublicationRecord;
import dev.fortnight.cycle.PublicationState;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationLineTest {

  private static final Instant THEN = Instant.parse("2026-11-13T14:30:00Z");

  @TempDir Path folder;

  @Test
  void saysWhatIsPublicWhatIsOnItsWayAndWhatToLookAt() throws Exception {
    Programme programme = ProgrammeReader.read(SmallProgramme.in(folder).folder()).programme();
    List<PublishedTree> published =
        List.of(
            tree(PublicationRecord.edition(1), new PublicationState.Live(THEN)),
            tree(PublicationRecord.edition(2), new PublicationState.Pending(THEN)),
            tree(
                PublicationRecord.WORKING,
                new PublicationState.Overdue(THEN, "it answers with status 500", "Look at it.")));

    assertThat(PublicationLine.of(published, new Dates(programme)))
        .containsExactly(
            new PublicationLine("Edition 1 is public since 13 November 2026 at 14:30.", ""),
            new PublicationLine(
                "Edition 2 was pushed on 13 November 2026 at 14:30, not yet public.", ""),
            new PublicationLine(
                "The working site was pushed on 13 November 2026 at 14:30 and is still not public:"
                    + " it answers with status 500.",
                "Look at it."));
  }

  private static PublishedTree tree(String name, PublicationState state) {
    String hash = "0".repeat(64);
    return new PublishedTree(
        new PublicationRecord(name, hash, "", hash, THEN, Optional.empty()), state);
  }
}
