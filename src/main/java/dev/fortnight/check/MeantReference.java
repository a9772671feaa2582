package dev.fortnight.check;

import dev.fortnight.problem.NearestName;
import java.util.Collection;
import java.util.Optional;

/** Finds what a reference that leads nowhere was probably meant to name. */
final class MeantReference {

  /** What is longer is no slip, and taking it apart takes long. */
  private static final int LONGEST = 200;

  private MeantReference() {}

  /**
   * The known name behind a path of a file, with or without folder, date and ending, else the
   * nearest name.
   */
  static Optional<String> of(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String[] parts = written.replaceFirst("^(?:\\.{0,2}/)*(?:research/)?", "").split("#", 2);
    String path = parts[0].replaceFirst("\\.(?:md|markdown)$", "");
    String reference = parts.length == 1 ? path : path + "#" + parts[1];
    if (known.contains(reference)) {
      return Optional.of(reference);
    }
    String name = path.replaceFirst("/$", "").replaceFirst("^.*/", "");
    String slug = name.replaceFirst("^\\d{4}-\\d{2}-\\d{2}-", "");
    return Optional.of(slug)
        .filter(known::contains)
        .or(() -> Optional.of(name).filter(known::contains))
        .or(() -> NearestName.of(written, known))
        .or(() -> NearestName.of(slug, known).filter(near -> !slug.equals(written)));
  }
}
