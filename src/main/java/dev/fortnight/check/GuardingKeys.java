package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.problem.NearestName;
import dev.fortnight.programme.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that keep a note from the public. One that is written otherwise, or stands inside
 * another key, has no effect, so its note must not be published as if it were not there.
 */
final class GuardingKeys {

  private static final List<String> KEYS =
      List.of("consent", "consent_expires", "publish_after", "published", "draft");

  /** The keys as they are written, by what remains of them without case and hyphens. */
  private static final Map<String, String> FOLDED =
      KEYS.stream().collect(Collectors.toUnmodifiableMap(GuardingKeys::folded, key -> key));

  private static final Set<String> NEAR = Set.of("consentexpires", "publishafter", "published");

  /** Keys that other programs know and that only look like a slip. */
  private static final Set<String> OTHERS =
      Set.of("content", "contents", "context", "publisher", "publish", "publish_date", "drafts");

  private GuardingKeys() {}

  /** A key that says something in vain, and the key that was probably meant. */
  record Misplaced(YamlPlace place, String meant) {

    /** What to do about it, as a question. */
    String question() {
      return "Did you mean '" + meant + (isInside() ? "', at the margin?" : "'?");
    }

    private boolean isInside() {
      return place.path().contains(".");
    }
  }

  /** What a front matter says in vain, in its order. */
  static List<Misplaced> misplaced(FrontMatter frontMatter) {
    List<Misplaced> misplaced = new ArrayList<>();
    for (YamlPlace place : frontMatter.keys()) {
      String path = place.path();
      if (!KEYS.contains(path)) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        meant(name, frontMatter.values().get(path))
            .ifPresent(key -> misplaced.add(new Misplaced(place, key)));
      }
    }
    return misplaced;
  }

  private static Optional<String> meant(String name, Object value) {
    String folded = folded(name);
    Optional<String> same = Optional.ofNullable(FOLDED.get(folded));
    if (same.isPresent() || OTHERS.contains(name.toLowerCase(Locale.ROOT))) {
      return same;
    }
    boolean isConsentWord =
        value instanceof String word && Consent.ofWord(word.strip()).isPresent();
    return NearestName.of(folded, NEAR)
        .filter(near -> Math.abs(near.length() - folded.length()) <= 2)
        .map(FOLDED::get)
        .or(() -> NearestName.of(folded, Set.of("consent")).filter(near -> isConsentWord));
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
