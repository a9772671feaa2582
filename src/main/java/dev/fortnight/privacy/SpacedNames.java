package dev.fortnight.privacy;

import dev.fortnight.privacy.NameForms.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names whose letters somebody has put apart, as in "J a n e". */
final class SpacedNames {

  private static final int FEWEST_LETTERS = 3;

  /** More than that are no name but a hostile text, and looking through them takes long. */
  private static final int MOST_LETTERS = 200;

  private static final Set<Kind> TELLING =
      Set.of(Kind.FIRST_NAME, Kind.SURNAME, Kind.JOINED, Kind.WHOLE);

  private final Names names;

  SpacedNames(Names names) {
    this.names = names;
  }

  void search(Searchable text, Finds finds) {
    if (names.isEmpty()) {
      return;
    }
    int word = 0;
    while (word < text.words()) {
      int next = word;
      while (next < text.words()
          && isLetter(text, next)
          && (next == word || isBeside(text, next))) {
        next++;
      }
      if (next - word >= FEWEST_LETTERS && next - word <= MOST_LETTERS) {
        judge(text, word, next - 1, finds);
      }
      word = Math.max(word + 1, next);
    }
  }

  private static boolean isLetter(Searchable text, int word) {
    return text.end(word) - text.start(word) == 1
        && Character.isLetter(text.text().charAt(text.start(word)));
  }

  private static boolean isBeside(Searchable text, int word) {
    return text.start(word) - text.end(word - 1) <= 3;
  }

  private void judge(Searchable text, int first, int last, Finds finds) {
    StringBuilder joined = new StringBuilder();
    for (int word = first; word <= last; word++) {
      joined.append(text.word(word));
    }
    for (int start = 0; start < joined.length(); start++) {
      for (int end = Math.min(joined.length(), start + 40); end - start >= FEWEST_LETTERS; end--) {
        Optional<Names.Form> form = telling(joined.substring(start, end));
        if (form.isPresent()) {
          finds.add(
              PersonalData.PARTICIPANT,
              Certainty.CERTAIN,
              text.start(first + start),
              text.end(first + end - 1),
              Optional.of(form.get().participant()));
          start = end - 1;
          break;
        }
      }
    }
  }

  private Optional<Names.Form> telling(String word) {
    List<Names.Form> forms = names.of(word);
    return forms.stream().filter(form -> TELLING.contains(form.kind())).findFirst();
  }
}
