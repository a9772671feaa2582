package dev.fortnight.privacy;

import java.util.Random;

/** Sentences without sense that point to nobody. */
final class InnocentProse {

  private static final String[] WORDS =
      """
      the a of to and in we they it that for with from about after before when where while because
      council councils software code team teams library supplier suppliers contract tender licence
      budget risk question answers session sessions week month year quarter page form table list
      meeting decision evidence finding assumption barrier reuse shared sharing public open source
      standard standards pattern design research people residents parking permits planning housing
      waste benefits libraries roads schools payment map data database cloud maintenance support
      expensive cheap slow quick small large simple difficult useful common rare local national
      bought built wrote read copied changed moved began stopped tried failed agreed argued hoped
      would could should might never often always again still already together everybody nobody
      two three four first second third last next many few several each other another without
      """
          .strip()
          .split("\\s+");

  private final Random random;

  InnocentProse(Random random) {
    this.random = random;
  }

  /** Some sentences of words alone. */
  String sentences(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(sentence(false)).append(random.nextInt(4) == 0 ? "\n\n" : " ");
    }
    return text.toString();
  }

  /** Some sentences with dates, versions, prices, references and addresses of pages in them. */
  String sentencesWithFigures(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(sentence(true)).append(random.nextInt(4) == 0 ? "\n\n" : " ");
    }
    return text.toString();
  }

  private String sentence(boolean hasFigures) {
    StringBuilder sentence = new StringBuilder();
    int length = 4 + random.nextInt(14);
    boolean isFigure = true;
    for (int i = 0; i < length; i++) {
      isFigure = hasFigures && !isFigure && random.nextInt(4) == 0;
      String word = isFigure ? figure() : WORDS[random.nextInt(WORDS.length)];
      boolean isCapital = i == 0 || random.nextInt(20) == 0;
      sentence
          .append(i == 0 ? "" : " ")
          .append(isCapital ? word.substring(0, 1).toUpperCase() + word.substring(1) : word);
    }
    return sentence.append(".").toString();
  }

  private String figure() {
    return switch (random.nextInt(18)) {
      case 0 -> "20%02d-%02d-%02d".formatted(number(10, 27), number(1, 12), number(1, 28));
      case 1 -> "%d/%d/20%d".formatted(number(1, 28), number(1, 12), number(10, 27));
      case 2 -> number(1, 28) + " May 20" + number(10, 27);
      case 3 -> "%02d:%02d".formatted(number(0, 23), number(0, 59));
      case 4 -> "v%d.%d.%d".formatted(number(0, 30), number(0, 30), number(0, 30));
      case 5 -> "version %d.%d.%d.%d".formatted(some(), some(), some(), some());
      case 6 -> "£%d,%03d.%02d".formatted(number(1, 999), number(0, 999), number(0, 99));
      case 7 -> "%d,%03d,%03d".formatted(number(1, 99), number(0, 999), number(0, 999));
      case 8 -> "%.2f%%".formatted(100 * random.nextDouble());
      case 9 -> "#" + number(1, 9999);
      case 10 -> "20%d/%d".formatted(number(10, 26), number(10, 26));
      case 11 -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      case 12 -> "ISBN 978-0-14-10%04d-%d".formatted(number(0, 9999), number(0, 9));
      case 13 -> "https://example.org/a/%d?b=%d".formatted(number(1, 99999), some());
      case 14 -> "%02d.%02d-%02d.%02d".formatted(some(), some(), some(), some());
      case 15 -> "%.10f".formatted(random.nextDouble());
      case 16 -> "`@Override`";
      default -> Integer.toString(number(0, 99_999));
    };
  }

  private int some() {
    return number(0, 59);
  }

  private int number(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
