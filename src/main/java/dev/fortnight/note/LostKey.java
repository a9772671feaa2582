package dev.fortnight.note;

import dev.fortnight.programme.YamlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A key that was probably meant to keep a note from the public and has no effect, because it is
 * written otherwise or stands inside another key. Its note must not be published as if it were not
 * there.
 *
 * @param meant the key that was probably meant
 */
public record LostKey(YamlPlace place, String meant) {

  private static final Set<String> GUARDING =
      Set.of("consent", "consent_expires", "publish_after", "published", "draft");

  /** What a front matter says in vain, in its order. */
  static List<LostKey> in(FrontMatter frontMatter) {
    List<LostKey> lost = new ArrayList<>();
    for (YamlPlace place : frontMatter.places()) {
      String path = place.path();
      if (place.isKey() && !GUARDING.contains(path)) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        PublicationKeys.meant(name, frontMatter.values().get(path))
            .filter(GUARDING::contains)
            .ifPresent(key -> lost.add(new LostKey(place, key)));
      }
    }
    return List.copyOf(lost);
  }

  /** What to do about it, as a question. */
  public String question() {
    return "Did you mean '" + meant + (isInside() ? "', at the margin?" : "'?");
  }

  private boolean isInside() {
    return place.path().contains(".");
  }
}
