package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.NearestName;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.YamlPlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that Fortnight reads stand at the margin and are written as it knows them. All others
 * are the author's business; {@link dev.fortnight.note.LostKey}s are looked at more severely.
 */
final class KeyCheck implements NoteCheck {

  private static final Set<String> KEYS =
      Set.of(
          "method",
          "participants",
          "topics",
          "supports",
          "contradicts",
          "evidence",
          "confidence",
          "last_confirmed",
          "findings",
          "superseded-by",
          "recording",
          "captions",
          "transcript",
          "call");

  private static final Map<String, String> BY_FOLDED =
      KEYS.stream().collect(Collectors.toUnmodifiableMap(KeyCheck::folded, key -> key));

  /** Keys of ours and of other programs that are only a letter or two away. */
  private static final Set<String> OTHERS =
      Set.of("topic", "caption", "record", "recorded", "recordings");

  private static final int MOST_SLIPS = 2;

  @Override
  public List<Problem> problems(Note note, Publication publication) {
    return note.frontMatter().keys().stream()
        .map(place -> meant(place.path()).map(key -> misplaced(note, place, key)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Problem misplaced(Note note, YamlPlace place, String meant) {
    return Problem.warning(
        "key",
        note.at(place),
        Quoted.key(place) + " has no effect",
        "Did you mean '" + meant + "'" + (place.path().contains(".") ? ", at the margin?" : "?"));
  }

  private static Optional<String> meant(String path) {
    String[] names = path.split("\\.", -1);
    String name = names[names.length - 1];
    if (names.length > 2 || names.length == 1 && KEYS.contains(name)) {
      return Optional.empty();
    }
    Optional<String> same = Optional.ofNullable(BY_FOLDED.get(folded(name)));
    return same.isPresent() || names.length > 1 || OTHERS.contains(name) ? same : near(name);
  }

  private static Optional<String> near(String name) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), KEYS)
        .filter(key -> Math.abs(key.length() - name.length()) <= MOST_SLIPS)
        .filter(key -> key.charAt(0) == Character.toLowerCase(name.charAt(0)));
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }
}
