package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Draws disguises and innocent texts by chance. Each case can be drawn again from the number that
 * its failure tells.
 */
class DisguisedDataTest {

  private static final int CASES = 400;

  private static final PersonalDataSearch SEARCH =
      PersonalDataSearch.of(
          new Illustration().snapshot().programme(), new Register(List.of(jane())));

  /** What is hidden, and what has to stand around it. All of it is illustrative. */
  enum Hidden {
    SECRET("The key is ", "ghp_EXAMPLEexample0123456789EXAMPLE", "."),
    NAME("We spoke to ", "Jane Doe", "."),
    NAME_TURNED("We spoke to ", "Doe, Jane", "."),
    REGISTERED_NUMBER("We have ", "01632 960123", "."),
    EMAIL("Write to ", "sam.reed@example.org", "."),
    CARD("It shows ", "4111 1111 1111 1111", "."),
    BANK("It shows ", "GB82 WEST 1234 5698 7654 32", "."),
    NHS_NUMBER("It shows ", "943 476 5919", "."),
    NATIONAL_INSURANCE("It shows ", "QQ 12 34 56 C", "."),
    DRIVING_LICENCE("It shows ", "MORGA657054SM9IJ", "."),
    PASSPORT("The passport is ", "123456789", "."),
    BIRTH_DATE("Somebody was born on ", "3 May 1984", "."),
    ADDRESS(
        "As we can see it went to ",
        "14 Mill Lane, Anytown, ZZ1 1ZZ",
        ", as one can see from what we have of it."),
    PHONE("Ask on ", "07700 900123", "."),
    PHONE_ABROAD("Ask on ", "+44 7700 900123", "."),
    SPOKEN_NUMBER(
        "Ask on ", "oh seven seven zero zero nine double oh one two three", ", they said."),
    IP_ADDRESS("It came from ", "203.0.113.77", "."),
    PLATE("The car is ", "AB12 CDE", "."),
    HANDLE("Follow ", "@sam_reed", " on Mastodon.");

    final String before;
    final String plain;
    final String after;

    Hidden(String before, String plain, String after) {
      this.before = before;
      this.plain = plain;
      this.after = after;
    }

    PersonalData kind() {
      return switch (this) {
        case NAME, NAME_TURNED, REGISTERED_NUMBER -> PersonalData.PARTICIPANT;
        case PHONE_ABROAD, SPOKEN_NUMBER -> PersonalData.PHONE;
        default -> PersonalData.valueOf(name());
      };
    }

    /** A house is told by its capitals. */
    boolean isAnyCase() {
      return this != ADDRESS;
    }
  }

  private static Participant jane() {
    return new Participant(
        "P07",
        "Jane Doe",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of("01632 960123"),
        List.of(
            new Participant.Agreement(
                LocalDate.EPOCH, Optional.empty(), "public", Optional.empty(), Optional.empty())));
  }

  @ParameterizedTest
  @EnumSource
  void noDisguiseHides(Hidden hidden) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      InnocentProse prose = new InnocentProse(random);
      String before = prose.sentences(1 + random.nextInt(3)) + hidden.before;
      Disguise disguise = Disguise.of(hidden.plain, hidden.isAnyCase(), random);
      int start = before.length();
      int end = start + disguise.text().length();
      String text = before + disguise.text() + hidden.after + " " + prose.sentences(2);

      assertThat(SEARCH.in(text))
          .as("seed %d: %s", seed, disguise.text())
          .anyMatch(
              find ->
                  find.kind() == hidden.kind()
                      && find.isCertain()
                      && find.start() >= start
                      && find.start() < start + disguise.firstEnd()
                      && find.end() > start + disguise.lastStart()
                      && find.end() <= end);
    }
  }

  @Test
  void innocentProseHoldsNothingCertain() {
    for (int seed = 0; seed < 1000; seed++) {
      String text = new InnocentProse(new Random(seed)).sentencesWithFigures(20);

      assertThat(SEARCH.in(text).stream().filter(Find::isCertain))
          .as("seed %d", seed)
          .extracting(find -> find.kind() + " " + text.substring(find.start(), find.end()))
          .isEmpty();
    }
  }
}
