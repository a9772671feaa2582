package dev.fortnight.publish;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.publish.Versions.Version;
import java.util.List;
import java.util.Optional;

/** Warns while a site is still well below what GitHub Pages can hold. */
final class SizeWarning {

  private static final long MEGABYTE = 1_000_000;

  /** Pages holds 1 GB. Source: docs.github.com, "GitHub Pages limits". */
  private static final long LIMIT = 600 * MEGABYTE;

  private SizeWarning() {}

  static Optional<Problem> about(Versions versions) {
    if (versions.editions().isEmpty()) {
      return Optional.empty();
    }
    long newest = versions.editions().lastEntry().getValue().bytes();
    long kept = newest + versions.working().map(Version::bytes).orElse(0L);
    long total = kept;
    int fits = 0;
    for (Version edition : versions.editions().descendingMap().values()) {
      total += edition.bytes();
      if (!edition.archived() && total <= LIMIT) {
        fits++;
      }
    }
    return total <= LIMIT ? Optional.empty() : Optional.of(warning(total, Math.max(1, fits)));
  }

  private static Problem warning(long total, int fits) {
    return Problem.warning(
        "size",
        new SourceLocation("research/programme.yml", 1),
        "the published site has " + total / MEGABYTE + " MB, and GitHub Pages stops at 1,000 MB",
        "Set 'publish: {keep: " + fits + "}'; older editions then become archives to download.");
  }

  static List<Problem> in(byte[] versions) {
    return Versions.read(versions).flatMap(SizeWarning::about).stream().toList();
  }
}
