package dev.fortnight.privacy;

import dev.fortnight.privacy.NameForms.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An automaton over words that finds all forms of all names at once: how long it takes hardly
 * depends on how many there are.
 */
final class Names {

  private static final int ROOT = 0;

  /** What stands between two words of a name at most. */
  private static final int LONGEST_GAP = 5;

  /** A form that ends here. */
  record Form(String participant, Kind kind) {}

  /** A form in a text, from its first word to its last. */
  record Match(Form form, int first, int last) {}

  private final Vocabulary vocabulary;
  private final Map<Long, Integer> next = new HashMap<>();
  private final List<List<Form>> forms = new ArrayList<>();

  private Names(Consumer<BiConsumer<List<String>, Form>> source) {
    Map<String, Integer> words = new LinkedHashMap<>();
    forms.add(List.of());
    source.accept((form, what) -> add(form, what, words));
    vocabulary = Vocabulary.of(words.keySet());
  }

  static Names of(List<Participant> people) {
    return new Names(
        taker ->
            people.forEach(
                person ->
                    NameForms.of(
                        person, (form, kind) -> taker.accept(form, new Form(person.id(), kind)))));
  }

  /** Names that may be shown, whoever is in the register. */
  static Names allowed(List<String> names) {
    return new Names(
        taker ->
            names.forEach(name -> taker.accept(NameForms.words(name), new Form("", Kind.ALLOWED))));
  }

  private void add(List<String> form, Form what, Map<String, Integer> words) {
    int node = ROOT;
    for (String word : form) {
      int id = words.computeIfAbsent(word, unknown -> words.size());
      node =
          next.computeIfAbsent(
              key(node, id),
              unknown -> {
                forms.add(List.of());
                return forms.size() - 1;
              });
    }
    if (node != ROOT && forms.get(node).stream().noneMatch(other -> other.kind() == what.kind())) {
      List<Form> more = new ArrayList<>(forms.get(node));
      more.add(what);
      forms.set(node, List.copyOf(more));
    }
  }

  private static long key(int node, int word) {
    return (long) node << 32 | word;
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  /** All forms in a text, in the order of their first words. */
  List<Match> in(Searchable text) {
    if (isEmpty()) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    int words = text.words();
    for (int word = vocabulary.next(text, 0);
        word < words;
        word = vocabulary.next(text, word + 1)) {
      Integer node = next.get(key(ROOT, vocabulary.id(text, word)));
      if (node != null) {
        follow(text, node, word, word, found);
      }
    }
    return found;
  }

  private void follow(Searchable text, int node, int first, int last, List<Match> found) {
    forms.get(node).forEach(form -> found.add(new Match(form, first, last)));
    Integer behind = step(text, node, last, last + 1);
    if (behind != null) {
      follow(text, behind, first, last + 1, found);
      return;
    }
    boolean isMiddleName = first == last && isName(text, last + 1) && text.isCapital(first);
    Integer over = isMiddleName ? step(text, node, last + 1, last + 2) : null;
    if (over != null && text.isCapital(last + 2)) {
      follow(text, over, first, last + 2, found);
    }
  }

  private static boolean isName(Searchable text, int word) {
    return word < text.words() && text.isCapital(word) && isNear(text, word - 1, word);
  }

  private Integer step(Searchable text, int node, int from, int to) {
    if (to >= text.words() || !isNear(text, from, to)) {
      return null;
    }
    int id = vocabulary.id(text, to);
    return id < 0 ? null : next.get(key(node, id));
  }

  private static boolean isNear(Searchable text, int one, int other) {
    int gap = text.start(other) - text.end(one);
    return gap <= LONGEST_GAP && !text.isBroken(text.end(one), text.start(other));
  }

  /** The forms that a single word has. */
  List<Form> of(String word) {
    int id = vocabulary.id(word.hashCode(), word, 0, word.length());
    Integer node = id < 0 ? null : next.get(key(ROOT, id));
    return node == null ? List.of() : forms.get(node);
  }
}
