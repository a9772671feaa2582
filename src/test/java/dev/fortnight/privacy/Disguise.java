package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A text in which each character may look different from what it is, by chance, and yet reads the
 * same.
 *
 * @param firstEnd where the first character's disguise ends, in UTF-16 units
 * @param lastStart where that of the last begins
 */
record Disguise(String text, int firstEnd, int lastStart) {

  private static final String[] INVISIBLE = {
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u034f"
  };

  private static final String[] ACCENTS = {"\u0301", "\u0308", "\u0327", "\u0304"};

  private static final Map<Character, String> NAMED =
      Map.of('@', "&commat;", '.', "&period;", '_', "&lowbar;", ',', "&comma;", ' ', "&nbsp;");

  private static final Map<Character, List<String>> LOOK_ALIKES = lookAlikes();

  /** It looks like a p and is one for Unicode, but whoever writes it means th. */
  private static final String THORN = "\u00fe";

  private static Map<Character, List<String>> lookAlikes() {
    Map<Character, List<String>> all = new HashMap<>();
    for (List<String> line : WordList.read("look-alikes.txt")) {
      List<String> others =
          line.stream()
              .skip(1)
              .map(hexadecimal -> Character.toString(Integer.parseInt(hexadecimal, 16)))
              .filter(other -> !other.equals(THORN))
              .toList();
      all.put(line.get(0).charAt(0), others);
    }
    return all;
  }

  /**
   * @param isAnyCase whether it reads the same in capitals and without
   */
  static Disguise of(String plain, boolean isAnyCase, Random random) {
    StringBuilder text = new StringBuilder();
    int firstEnd = 0;
    int lastStart = 0;
    for (int i = 0; i < plain.length(); i++) {
      lastStart = text.length();
      char c = plain.charAt(i);
      char written = isAnyCase && random.nextInt(8) == 0 ? otherCase(c) : c;
      String look = random.nextInt(3) == 0 ? look(written, random) : Character.toString(written);
      text.append(random.nextInt(12) == 0 ? wrapped(look, random) : look);
      if (i == 0) {
        firstEnd = text.length();
      }
      if (i + 1 < plain.length() && random.nextInt(10) == 0) {
        text.append(between(random));
      }
    }
    return new Disguise(text.toString(), firstEnd, lastStart);
  }

  private static char otherCase(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }

  private static String look(char c, Random random) {
    List<String> ways =
        new ArrayList<>(
            List.of(
                "&#" + (int) c + ";",
                "&#x" + Integer.toHexString(c) + ";",
                "&amp;#" + (int) c + ";",
                "&amp;amp;#x" + Integer.toHexString(c).toUpperCase() + ";",
                "%%%02x".formatted((int) c),
                "%%25%02X".formatted((int) c),
                "\\u%04x".formatted((int) c)));
    if (c > ' ') {
      ways.add(Character.toString(c + 0xfee0)); // its wide form
    }
    if (c == ' ') {
      ways.addAll(List.of("\n", "\u00a0", "\u2009"));
    }
    Stream.ofNullable(NAMED.get(c)).forEach(ways::add);
    Stream.ofNullable(LOOK_ALIKES.get(c)).flatMap(List::stream).forEach(ways::add);
    if (Character.isLetter(c)) {
      ways.add(c + ACCENTS[random.nextInt(ACCENTS.length)]);
    } else if (c != ' ' && !Character.isDigit(c)) {
      ways.add("\\" + c);
    }
    return ways.get(random.nextInt(ways.size()));
  }

  private static String wrapped(String look, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "**" + look + "**";
      case 1 -> "*" + look + "*";
      case 2 -> "<b>" + look + "</b>";
      case 3 -> "<span class=\"a\">" + look + "</span>";
      default -> "~~" + look + "~~";
    };
  }

  private static String between(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "<!-- nothing -->";
      case 1 -> "<wbr>";
      default -> INVISIBLE[random.nextInt(INVISIBLE.length)];
    };
  }
}
