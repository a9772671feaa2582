package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPageTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-13T14:30:00Z"), ZoneOffset.UTC);
  private static final String FORMULA = "=HYPERLINK(\"https://example.org\")";

  @TempDir private Path folder;
  private SmallProgramme programme;
  private Database database;

  @BeforeEach
  void decide() throws IOException {
    programme = SmallProgramme.in(folder.resolve("programme"));
    database = TestDatabase.H2.open(folder.resolve("data"));
    Cycle cycle = programme.cycle(database, CLOCK);
    cycle.hold(cycle.review(), SmallProgramme.FINDING, "Ada", FORMULA);
    cycle.approve(cycle.review(), Set.of(SmallProgramme.SESSION), "Grace");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void decisionsAreToldTheNewestFirst() {
    AuditPage page = page("", 1);

    assertThat(page.state()).isEqualTo("The chain of decisions holds.");
    assertThat(page.found()).isEqualTo("2 entries.");
    assertThat(page.lines())
        .extracting(line -> line.by() + " " + line.did() + " " + line.subject())
        .containsExactly(
            "Grace approved " + SmallProgramme.SESSION, "Ada held " + SmallProgramme.FINDING);
    assertThat(page.lines().get(1).reason()).isEqualTo(FORMULA);
    assertThat(page.lines().get(1).at()).isEqualTo("13 November 2026 at 14:30");
  }

  @Test
  void everyWordThatIsSearchedForIsInALine() {
    assertThat(page("ada PHONES", 1).lines()).hasSize(1);
    assertThat(page("hyperlink", 1).lines()).hasSize(1);
    assertThat(page("ada approved", 1).found()).isEqualTo("0 entries.");
  }

  @Test
  void manyArePartedIntoPages() {
    Cycle cycle = programme.cycle(database, CLOCK);
    for (int i = 0; i < 100; i++) {
      cycle.approve(cycle.review(), Set.of(SmallProgramme.SESSION), "Grace");
    }

    AuditPage first = page("a", 1);
    AuditPage last = page("", 2);

    assertThat(first.lines()).hasSize(100);
    assertThat(first.older()).isEqualTo("/review/audit?words=a&page=2");
    assertThat(first.newer()).isEmpty();
    assertThat(last.found()).isEqualTo("102 entries, page 2 of 2.");
    assertThat(last.lines()).hasSize(2);
    assertThat(last.older()).isEmpty();
    assertThat(last.newer()).isEqualTo("/review/audit?words=&page=1");
    assertThat(page("", 3)).isEqualTo(last);
    assertThat(page("", -1).lines()).isEqualTo(page("", 1).lines());
  }

  @Test
  void aSpreadsheetTakesNoCellForAFormula() {
    List<String> lines =
        new String(AuditPage.csv(programme.cycle(database, CLOCK)), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(lines.get(0)).isEqualTo("number,at,sprint,by,did,subject,hash,reason,link");
    assertThat(lines.get(1))
        .startsWith("1,2026-11-13T14:30:00Z,1,Ada,held,findings/phones-matter.md,")
        .contains(",\"'=HYPERLINK(\"\"https://example.org\"\")\",");
    assertThat(lines).hasSize(3);
  }

  @Test
  void aReasonThatWasErasedIsToldAsSuchAndTheChainHolds() {
    database.jdbi().useHandle(handle -> handle.execute("delete from audit_reason"));

    AuditPage page = page("", 1);

    assertThat(page.lines().get(1).reason()).isEqualTo("(The reason was erased.)");
    assertThat(page.lines().get(0).reason()).isEmpty();
    assertThat(page.isBroken()).isFalse();
  }

  @Test
  void anEntryThatWasChangedIsTold() {
    database
        .jdbi()
        .useHandle(
            handle -> handle.execute("update audit_entry set made_by = 'Eve' where sequence = 1"));

    AuditPage page = page("", 1);

    assertThat(page.isBroken()).isTrue();
    assertThat(page.state())
        .startsWith("The chain of decisions does not hold: entry 1 of the audit, on ");
  }

  private AuditPage page(String words, int number) {
    return AuditPage.of(programme.cycle(database, CLOCK), words, number);
  }
}
