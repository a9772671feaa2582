package dev.fortnight.privacy;

import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Whether the digits that guard a number against slips are right. */
final class CheckDigits {

  private CheckDigits() {}

  static boolean isCard(String digits) {
    return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  /**
   * Of a country that has such numbers, and as long as its are.
   *
   * @param iban without blanks, in capitals
   */
  static boolean isIban(String iban) {
    return IBANValidator.getInstance().isValid(iban);
  }

  /** Modulus 11 over ten digits. Source: NHS Data Dictionary, "NHS number". */
  static boolean isNhsNumber(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return check != 10 && check % 11 == digits.charAt(9) - '0';
  }
}
