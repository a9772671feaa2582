package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.privacy.Participant;
import dev.fortnight.privacy.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No note's consent is wider than what the register says that its participants agreed to. */
class RegisteredConsentTest {

  private static final String NOTE = "interviews/2026-11-10-architect.md";

  @Test
  void asWideAsAgreedIsPublished() {
    assertThat(problems("public", agreed("2026-11-01", "public"))).isEmpty();
    assertThat(problems("findings-only", agreed("2026-11-01", "public"))).isEmpty();
  }

  @Test
  void widerThanAgreedIsNotPublished() {
    assertThat(problems("public", agreed("2026-11-01", "findings-only")))
        .isEqualTo(wider("findings-only"));
    assertThat(problems("findings-only", agreed("2026-11-01", "internal")))
        .isEqualTo(wider("internal"));
    assertThat(problems("public", agreed("2026-11-01", "withdrawn"))).isEqualTo(wider("withdrawn"));
  }

  @Test
  void theNewestCountsWhereverItStands() {
    Participant.Agreement old = agreed("2026-10-01", "public");
    Participant.Agreement newest = agreed("2026-11-01", "internal");

    assertThat(problems("public", newest, old)).isEqualTo(wider("internal"));
    assertThat(problems("public", old, newest)).isEqualTo(wider("internal"));
    assertThat(problems("public", agreed("2026-10-01", "internal"), agreed("2026-11-01", "public")))
        .isEmpty();
  }

  @Test
  void whatIsDatedAheadDoesNotCountYet() {
    assertThat(problems("public", agreed("2026-11-01", "internal"), agreed("2026-11-21", "public")))
        .isEqualTo(wider("internal"));
  }

  @Test
  void afterItsLastDayNothingIsAgreedAnyMore() {
    assertThat(problems("public", until("2026-11-20"))).isEmpty();
    assertThat(problems("public", until("2026-11-19"))).isEqualTo(wider("internal"));
  }

  @Test
  void whoIsCalledByAPseudonymIsTheSame() {
    assertThat(
            new Illustration()
                .register(register(agreed("2026-11-01", "internal")))
                .note(NOTE, note("public").replace("P07", "An architect"))
                .problems())
        .isEqualTo(wider("internal").replace("P07", "An architect"));
  }

  private static String wider(String word) {
    return "research/interviews/2026-11-10-architect.md:2: this is wider than what P07 agreed to,"
        + " by the register of participants, so this note is not published. Write 'consent: "
        + word
        + "', or ask them and add their answer to the register.";
  }

  private static String problems(String consent, Participant.Agreement... agreements) {
    return new Illustration().register(register(agreements)).note(NOTE, note(consent)).problems();
  }

  private static String note(String consent) {
    return "---\nconsent: " + consent + "\nparticipants: [P07]\n---\nWe talked.\n";
  }

  private static Participant.Agreement agreed(String date, String uses) {
    return new Participant.Agreement(
        LocalDate.parse(date), Optional.empty(), uses, Optional.empty(), Optional.empty());
  }

  private static Participant.Agreement until(String day) {
    return new Participant.Agreement(
        LocalDate.parse("2026-11-01"),
        Optional.empty(),
        "public",
        Optional.of(LocalDate.parse(day)),
        Optional.empty());
  }

  private static Register register(Participant.Agreement... agreements) {
    return new Register(
        List.of(
            new Participant(
                "P07",
                "Jane Doe",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("An architect"),
                List.of(),
                List.of(),
                List.of(agreements))));
  }
}
