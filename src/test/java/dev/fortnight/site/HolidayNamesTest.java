package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.sprint.Holiday;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HolidayNamesTest {

  @ParameterizedTest
  @EnumSource(Holiday.class)
  void eachHolidayHasItsNameInBothLanguages(Holiday holiday) {
    String key = "holidays." + holiday.key();
    String english = Messages.of(Locale.UK).say(key);
    String welsh = Messages.of(Locale.forLanguageTag("cy-GB")).say(key);

    assertThat(english).isNotBlank();
    assertThat(welsh).isNotBlank().isNotEqualTo(english);
  }
}
