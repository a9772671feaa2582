package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DossierTest {

  private static String session(String participant, String role, String consent, String text) {
    return "---\ntitle: Session with "
        + participant
        + "\nconsent: "
        + consent
        + "\nparticipants: ["
        + participant
        + "]\nrole: "
        + role
        + "\ncouncil: county council\n---\n"
        + text
        + "\n";
  }

  @Test
  void whoIsAloneInWhatIsSaidOfThemComesFirst() {
    CheckedResearch research =
        new Illustration()
            .note("interviews/2026-11-10-a.md", session("P01", "Officer", "public", "A."))
            .note("interviews/2026-11-11-b.md", session("P02", "Officer", "public", "B."))
            .note("interviews/2026-11-12-c.md", session("P03", "Harbour master", "public", "C."))
            .research();

    List<Dossier> dossiers = Dossier.of(research);

    assertThat(dossiers).extracting(Dossier::pseudonym).containsExactly("P03", "P01", "P02");
    assertThat(dossiers).extracting(Dossier::alike).containsExactly(1, 2, 2);
    assertThat(dossiers.get(0).traits()).containsExactly("Harbour master", "county council");
  }

  @Test
  void sessionsQuotationsAndMentionsStandTogether() {
    CheckedResearch research =
        new Illustration()
            .note(
                "interviews/2026-11-10-a.md",
                session(
                    "P01", "Officer", "public", "> We wait.\n{: #q1 .evidence supports=\"wait\"}"))
            .note("assumptions/wait.md", "---\ntitle: They wait\n---\nText.\n")
            .note("weeknotes/2026-11-13-week-2.md", "---\ntitle: Week 2\n---\nP01 and P010 said.\n")
            .note("weeknotes/2026-11-20-week-3.md", "---\ntitle: Week 3\n---\nP010 said.\n")
            .research();

    assertThat(Dossier.of(research).get(0).places())
        .containsExactly(
            new Dossier.Place(
                "interviews/2026-11-10-a.md", "Session with P01", Dossier.Kind.SESSION, ""),
            new Dossier.Place(
                "interviews/2026-11-10-a.md",
                "interviews/2026-11-10-a#q1",
                Dossier.Kind.QUOTATION,
                "We wait."),
            new Dossier.Place(
                "weeknotes/2026-11-13-week-2.md", "Week 2", Dossier.Kind.MENTION, ""));
  }

  @Test
  void whatMayNotBeShownIsNotInIt() {
    CheckedResearch research =
        new Illustration()
            .note("interviews/2026-11-10-a.md", session("P01", "Officer", "internal", "A."))
            .research();

    assertThat(Dossier.of(research)).isEmpty();
  }

  @Test
  void aPseudonymIsNoPattern() {
    CheckedResearch research =
        new Illustration()
            .note("interviews/2026-11-10-a.md", session("\"P.1(\"", "Officer", "public", "PX1( A."))
            .note("weeknotes/2026-11-13-week-2.md", "---\ntitle: Week 2\n---\nPX1( said.\n")
            .research();

    assertThat(Dossier.of(research).get(0).places()).hasSize(1);
  }
}
