package dev.fortnight.sprint;

import java.util.Locale;

/** A public holiday by its name. */
public enum Holiday {
  NEW_YEAR("New Year's Day"),
  SECOND_JANUARY("2 January"),
  ST_PATRICK("St Patrick's Day"),
  GOOD_FRIDAY("Good Friday"),
  EASTER_MONDAY("Easter Monday"),
  ROYAL_WEDDING("the royal wedding"),
  EARLY_MAY_BANK_HOLIDAY("Early May bank holiday"),
  KINGS_CORONATION("the Coronation"),
  SPRING_BANK_HOLIDAY("Spring bank holiday"),
  QUEENS_DIAMOND_JUBILEE("the Diamond Jubilee"),
  QUEENS_PLATINUM_JUBILEE("the Platinum Jubilee"),
  BATTLE_BOYNE("Battle of the Boyne"),
  SUMMER_BANK_HOLIDAY("Summer bank holiday"),
  WORLD_CUP_BANK_HOLIDAY("World Cup bank holiday"),
  QUEENS_STATE_FUNERAL("the Queen's state funeral"),
  ST_ANDREW("St Andrew's Day"),
  CHRISTMAS("Christmas Day"),
  BOXING_DAY("Boxing Day");

  private final String english;

  Holiday(String english) {
    this.english = english;
  }

  public String english() {
    return english;
  }

  /** Names it in files of wording. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
