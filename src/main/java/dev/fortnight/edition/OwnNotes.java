package dev.fortnight.edition;

import dev.fortnight.note.Note;
import dev.fortnight.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps people from approving what they wrote, where the programme wants a second pair of eyes. */
final class OwnNotes {

  private OwnNotes() {}

  /** The keys of what somebody may not approve. */
  static Set<String> of(Decider decider, Newest newest) {
    if (newest.programme().review().ownNotes()) {
      return Set.of();
    }
    return newest.snapshot().notes().stream()
        .filter(note -> authors(note).anyMatch(decider::isCalled))
        .map(Note::path)
        .collect(Collectors.toSet());
  }

  private static Stream<String> authors(Note note) {
    Map<String, Object> values = note.frontMatter().values();
    return Stream.of("author", "authors")
        .flatMap(key -> texts(values.get(key)))
        .flatMap(text -> Arrays.stream(text.split(",|;|&| and ")));
  }

  /** Authors are a name, several, or names with more about each. */
  private static Stream<String> texts(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().flatMap(OwnNotes::texts);
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(OwnNotes::texts);
    }
    return value == null ? Stream.empty() : Stream.of(value.toString());
  }

  /**
   * @throws ProblemException if somebody is about to approve what they wrote
   */
  static void refuse(Set<String> keys, Decider decider, Newest newest) {
    Set<String> own = of(decider, newest);
    if (keys.stream().anyMatch(own::contains)) {
      throw new ProblemException(
          "you wrote this, and in this programme somebody else has to approve it",
          "Ask a colleague, or set 'own-notes: true' under 'review' in programme.yml.");
    }
  }
}
