package dev.fortnight.privacy;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that open something: with a password in them or a signature. */
final class SecretAddresses {

  private static final Pattern WITH_PASSWORD =
      Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/:@<>\"]{1,100}:[^\\s/@<>\"]{3,100}@");

  private static final Pattern SIGNED =
      Pattern.compile(
          "[?&](?:sig|signature|x-amz-signature|token|access_token|api_key|apikey|key|code)=[\\w%+/.-]{16,}");

  /** What is longer is cut off here, so that no text takes long. */
  private static final int LONGEST = 1000;

  private SecretAddresses() {}

  static void search(Searchable text, Finds finds) {
    int[] atSigns = text.signs('@');
    int[] questionMarks = text.signs('?');
    for (int at : text.signs(':')) {
      if (isIn(atSigns, at, at + LONGEST)) {
        open(text.lower(), at, finds);
      }
      if (isIn(questionMarks, at, at + LONGEST)) {
        signed(text.lower(), at, finds);
      }
    }
  }

  private static boolean isIn(int[] places, int start, int end) {
    int found = Arrays.binarySearch(places, start);
    int next = found < 0 ? -found - 1 : found;
    return next < places.length && places[next] < end;
  }

  private static void open(String lower, int at, Finds finds) {
    int start = at;
    while (start > 0 && Character.isLetterOrDigit(lower.charAt(start - 1))) {
      start--;
    }
    Matcher open =
        WITH_PASSWORD.matcher(lower).region(start, Math.min(lower.length(), start + LONGEST));
    if (open.lookingAt()) {
      finds.certain(PersonalData.SECRET, open.start(), open.end());
    }
  }

  private static void signed(String lower, int at, Finds finds) {
    int end = at;
    boolean hasQuery = false;
    while (end < lower.length() && lower.charAt(end) > ' ' && end - at < LONGEST) {
      hasQuery |= lower.charAt(end) == '?';
      end++;
    }
    Matcher signed = SIGNED.matcher(lower).region(at, end);
    while (hasQuery && signed.find()) {
      if (signed.group().matches(".*\\d.*")) {
        finds.certain(PersonalData.SECRET, signed.start(), signed.end());
      }
    }
  }
}
