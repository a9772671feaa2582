package dev.fortnight.check;

import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.PublicationKeys;
import dev.fortnight.programme.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The keys that keep a note from the public. One that is written otherwise, or stands inside
 * another key, has no effect, so its note must not be published as if it were not there.
 */
final class GuardingKeys {

  private static final Set<String> KEYS =
      Set.of("consent", "consent_expires", "publish_after", "published", "draft");

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
    for (YamlPlace place : frontMatter.places()) {
      String path = place.path();
      if (place.isKey() && !KEYS.contains(path)) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        PublicationKeys.meant(name, frontMatter.values().get(path))
            .filter(KEYS::contains)
            .ifPresent(key -> misplaced.add(new Misplaced(place, key)));
      }
    }
    return misplaced;
  }
}
