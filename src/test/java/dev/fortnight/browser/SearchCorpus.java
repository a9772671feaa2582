package dev.fortnight.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An illustrative programme of many notes, as long as real ones, with as many different words, some
 * of which are the only answer to a question of {@code search-questions.txt}. For each answer other
 * notes have half of its words.
 */
final class SearchCorpus {

  private static final int SYLLABLES_OF_STEMS = 9_000;
  private static final int WORDS_IN_A_NOTE = 600;
  private static final int LOOK_ALIKES = 6;
  private static final String[] FOLDERS = {"interviews", "weeknotes", "findings"};
  private static final String[] ENDINGS = {"", "", "", "s", "ed", "ing", "ation"};

  private static final String[] COMMON =
      "the of and to in that was it for on with as they at this but from we by not".split(" ");

  private final List<Question> questions = questions();
  private final List<String> vocabulary = vocabulary();
  private final int notes;

  /**
   * What somebody types, and the page that answers it.
   *
   * @param answer a sentence that one note says
   */
  record Question(String typed, String answer, String page) {}

  private SearchCorpus(int notes) {
    this.notes = notes;
  }

  /** Writes the programme into a folder. */
  static List<Question> write(Path folder, int notes) {
    SearchCorpus corpus = new SearchCorpus(notes);
    List<List<String>> planted = new ArrayList<>();
    for (int i = 0; i < notes; i++) {
      planted.add(new ArrayList<>());
    }
    List<Question> placed = new ArrayList<>();
    for (int i = 0; i < corpus.questions.size(); i++) {
      Question question = corpus.questions.get(i);
      int note = (i * 37 + 11) % notes;
      planted.get(note).add(question.answer());
      placed.add(new Question(question.typed(), question.answer(), page(note)));
      for (int other = 1; other <= LOOK_ALIKES; other++) {
        planted.get((note + other * 131) % notes).add(half(question.answer(), other));
      }
    }
    try {
      corpus.write(folder.resolve("research"), planted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return placed;
  }

  private void write(Path research, List<List<String>> planted) throws IOException {
    for (String name : FOLDERS) {
      Files.createDirectories(research.resolve(name));
    }
    Files.writeString(
        research.resolve("programme.yml"),
        """
        title: Many notes
        summary: Illustrative.
        cycle: {first: 2024-01-01, length: P14D, zone: Europe/London, review: "FRI 14:00", open-call: "WED 16:00"}
        site: {url: "https://example.org/research/"}
        """);
    for (int i = 0; i < notes; i++) {
      Files.writeString(
          research.resolve(page(i).replaceFirst("/$", ".md")), note(i, planted.get(i)));
    }
  }

  private static String page(int note) {
    return FOLDERS[note % FOLDERS.length] + "/note-" + note + "/";
  }

  private String note(int number, List<String> sentences) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder();
    text.append(
        "---\ntitle: Note %d on %s\n".formatted(number, vocabulary.get(random.nextInt(900))));
    text.append("date: 2024-%02d-%02d\n".formatted(number % 12 + 1, number % 28 + 1));
    text.append("consent: public\nmethod: interview\n---\n");
    for (int word = 0; word < WORDS_IN_A_NOTE; word++) {
      text.append(word(random)).append(word % 15 == 14 ? ".\n" : " ");
      if (word % 120 == 119) {
        text.append('\n');
        sentences.stream().skip(word / 120).limit(1).forEach(it -> text.append(it).append("\n\n"));
      }
    }
    sentences.stream().skip(WORDS_IN_A_NOTE / 120).forEach(it -> text.append(it).append("\n\n"));
    return text.toString();
  }

  /** As in a language, few words are most of a text. */
  private String word(Random random) {
    if (random.nextInt(5) < 2) {
      return COMMON[random.nextInt(COMMON.length)];
    }
    double rare = Math.pow(vocabulary.size(), random.nextDouble());
    return vocabulary.get((int) rare - 1) + ENDINGS[random.nextInt(ENDINGS.length)];
  }

  private static String half(String sentence, int seed) {
    List<String> words = new ArrayList<>(List.of(sentence.replace(".", "").split(" ")));
    Collections.shuffle(words, new Random(seed));
    return String.join(" ", words.subList(0, words.size() / 2)) + ".";
  }

  private static List<String> vocabulary() {
    String[] begin = "b br c cl d dr f fl g gr h j l m n p pl r s st t tr v w".split(" ");
    String[] middle = "a e i o u ea ou ai".split(" ");
    String[] end = "b ck d ft g l ll m mp n nd nt p r rd rk rt s sk st t tt x".split(" ");
    Random random = new Random(1);
    List<String> words = new ArrayList<>();
    while (words.size() < SYLLABLES_OF_STEMS) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 0; syllable < 1 + words.size() % 3; syllable++) {
        word.append(begin[random.nextInt(begin.length)]).append(middle[random.nextInt(8)]);
      }
      words.add(word.append(end[random.nextInt(end.length)]).toString());
    }
    return words;
  }

  private static List<Question> questions() {
    try (var stream = SearchCorpus.class.getResourceAsStream("/search-questions.txt")) {
      Stream<String> lines =
          new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines();
      return lines
          .filter(line -> line.contains(" | "))
          .map(line -> line.split(" \\| "))
          .map(line -> new Question(line[0], line[1], ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
