package dev.fortnight.privacy;

import java.util.Locale;
import java.util.regex.Matcher;

/** Sort codes with account numbers, and international account numbers. */
final class BankDetector implements Detector {

  private static final NumberForm SORT_CODE =
      NumberForm.of(0, 6, "\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?!\\d)");

  private static final NumberForm ACCOUNT =
      NumberForm.of(0, 7, "\\d{4}[ -]?\\d{4}(?!\\d)|\\d{7}(?!\\d)");

  private static final NumberForm PAIR =
      NumberForm.of(
          0,
          14,
          "\\d{2}[ .-]\\d{2}[ .-]\\d{2}[\\s,;:/|-]{1,4}(?:(?:account|acc|a/c|number|no|and)[\\s.:,]{1,3}){0,3}\\d{4}[ -]?\\d{4}(?!\\d)");

  private static final NumberForm IBAN =
      NumberForm.of(0, 2, "[a-z]{2}\\d{2}(?:[\\s-]?[a-z0-9]){11,30}(?![a-z0-9])");

  private static final Vocabulary SORTCODE = Vocabulary.of("sortcode");
  private static final Vocabulary SORT = Vocabulary.of("sort");
  private static final Vocabulary CODE = Vocabulary.of("code", "codes");
  private static final Vocabulary ACCOUNTS = Vocabulary.of("account", "acc", "acct");
  private static final Vocabulary BANK =
      Vocabulary.of("bank", "number", "no", "sort", "sortcode", "pay", "paid", "transfer", "a");

  @Override
  public String rule() {
    return "A sort code with an account number or the words for it; an IBAN whose check digits fit"
        + " (modulus 97).";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    PAIR.each(text, match -> certain(match, finds));
    SORT_CODE.each(text, match -> sortCode(text, match, finds));
    ACCOUNT.each(text, match -> account(text, match, finds));
    IBAN.each(text, match -> iban(text, match, finds));
  }

  private static void certain(Matcher match, Finds finds) {
    finds.certain(PersonalData.BANK, match.start(), match.end());
  }

  private static void sortCode(Searchable text, Matcher match, Finds finds) {
    if (namesSortCode(text, match) || isAbbreviated(text, match, "s/c")) {
      certain(match, finds);
    }
  }

  private static boolean namesSortCode(Searchable text, Matcher match) {
    int first = text.wordAt(match.start());
    int behind = text.wordAt(match.end());
    for (int word = Math.max(0, first - 4); word < Math.min(text.words(), behind + 5); word++) {
      boolean isOneWord = SORTCODE.contains(text, word);
      boolean areTwo =
          SORT.contains(text, word)
              && word + 1 < text.words()
              && CODE.contains(text, word + 1)
              && text.start(word + 1) - text.end(word) <= 2;
      if (isOneWord || areTwo) {
        return true;
      }
    }
    return false;
  }

  private static void account(Searchable text, Matcher match, Finds finds) {
    boolean isNamed =
        text.mentions(ACCOUNTS, match.start(), match.end(), 4, 5)
            && text.mentions(BANK, match.start(), match.end(), 5, 5);
    if (isNamed || isAbbreviated(text, match, "a/c")) {
      certain(match, finds);
    }
  }

  private static boolean isAbbreviated(Searchable text, Matcher match, String name) {
    int from = Math.max(0, match.start() - 8);
    return text.lower().substring(from, match.start()).contains(name);
  }

  /** The longest beginning that fits: words may follow. */
  private static void iban(Searchable text, Matcher match, Finds finds) {
    String found = match.group();
    for (int end = found.length(); end >= 15; end--) {
      String number = found.substring(0, end).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
      boolean isEnd = end == found.length() || " \n\t-".indexOf(found.charAt(end)) >= 0;
      if (isEnd && number.length() >= 15 && CheckDigits.isIban(number)) {
        finds.certain(PersonalData.BANK, match.start(), match.start() + end);
        return;
      }
    }
  }
}
