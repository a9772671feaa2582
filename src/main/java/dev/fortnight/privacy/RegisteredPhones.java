package dev.fortnight.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telephone numbers in the register, however they are written. */
final class RegisteredPhones {

  /** With or without the country or a leading nought, these are the same. */
  private static final int TELLING_DIGITS = 9;

  private static final int LONGEST_GAP = 4;

  private final Map<String, String> people = new HashMap<>();

  RegisteredPhones(List<Participant> participants) {
    for (Participant person : participants) {
      for (String phone : person.phones()) {
        String digits = Numbers.digits(Searchable.of(phone).text());
        if (digits.length() >= TELLING_DIGITS) {
          people.putIfAbsent(digits.substring(digits.length() - TELLING_DIGITS), person.id());
        }
      }
    }
  }

  void search(Searchable text, Finds finds) {
    if (people.isEmpty()) {
      return;
    }
    int[] numbers = text.numbers();
    for (int i = 0; i < numbers.length; i++) {
      StringBuilder digits = new StringBuilder();
      int end = 0;
      for (int j = i; j < numbers.length && digits.length() < 16; j++) {
        if (j > i && text.start(numbers[j]) - end > LONGEST_GAP) {
          break;
        }
        end = text.end(numbers[j]);
        digits.append(Numbers.digits(text.text().substring(text.start(numbers[j]), end)));
        add(text, text.start(numbers[i]), end, digits, finds);
      }
    }
  }

  private void add(Searchable text, int start, int end, StringBuilder digits, Finds finds) {
    int behind = digits.length() - TELLING_DIGITS;
    String person = behind < 0 ? null : people.get(digits.substring(behind));
    if (person != null) {
      finds.add(PersonalData.PARTICIPANT, Certainty.CERTAIN, start, end, Optional.of(person));
    }
  }
}
