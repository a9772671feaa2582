package dev.fortnight.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of text that point to a person or open a door. */
public enum PersonalData {
  SECRET("a key, password or token"),
  PARTICIPANT("somebody in the register of participants"),
  EMAIL("an e-mail address"),
  CARD("the number of a payment card"),
  BANK("bank details"),
  NHS_NUMBER("an NHS number"),
  NATIONAL_INSURANCE("a National Insurance number"),
  DRIVING_LICENCE("the number of a driving licence"),
  PASSPORT("the number of a passport"),
  BIRTH_DATE("a date of birth"),
  ADDRESS("a home address"),
  PHONE("a telephone number"),
  IP_ADDRESS("an IP address"),
  PLATE("the plate of a vehicle"),
  HANDLE("a person's name on another service");

  private final String noun;

  PersonalData(String noun) {
    this.noun = noun;
  }

  /** As a sentence has it, with its article. */
  public String noun() {
    return noun;
  }

  /** As waivers name it, for example {@code nhs-number}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a waiver names. */
  public static Optional<PersonalData> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
