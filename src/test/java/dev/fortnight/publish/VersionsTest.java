package dev.fortnight.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.Problem;
import dev.fortnight.publish.Versions.Version;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Test
  void whatIsWrittenIsReadAgain() {
    Versions versions = versions(2, 1_000);

    assertThat(Versions.read(versions.write())).contains(versions);
  }

  @Test
  void fileOfAnotherProgramIsNoneOfOurs() {
    assertThat(Versions.read("[{\"version\": \"1.0\", \"aliases\": []}]".getBytes(UTF_8)))
        .isEmpty();
    assertThat(Versions.read("{".getBytes(UTF_8))).isEmpty();
    assertThat(Versions.read(new byte[0])).isEmpty();
  }

  @Test
  void siteWellBelowTheLimitOfPagesIsNotWarnedAbout() {
    assertThat(SizeWarning.in(versions(26, 20_000_000).write())).isEmpty();
  }

  @Test
  void siteThatGrowsTowardsTheLimitIsToldHowManyEditionsFit() {
    assertThat(SizeWarning.in(versions(26, 30_000_000).write()))
        .extracting(Problem::toString)
        .containsExactly(
            "research/programme.yml:1: the published site has 840 MB, and GitHub Pages stops at"
                + " 1,000 MB. Set 'publish: {keep: 18}'; older editions then become archives to"
                + " download.");
  }

  @Test
  void treeHashOfAManifestIsTakenFromBesideItsListOfFiles() {
    PublishedManifest manifest =
        PublishedManifest.read(
            "{\"files\": {\"tree\": \"no\", \"date\": \"no\"}, \"tree\": \"abc\", \"items\": [1]}"
                .getBytes(UTF_8),
            "editions/1");

    assertThat(manifest).isEqualTo(new PublishedManifest("", "abc", ""));
  }

  private static Versions versions(int editions, long bytes) {
    TreeMap<Integer, Version> all = new TreeMap<>();
    for (int number = 1; number <= editions; number++) {
      all.put(number, new Version("2026-11-13", "t" + number, "g" + number, bytes, false));
    }
    Version working = new Version("", "t", "g", bytes, false);
    return new Versions(Optional.of(working), all, List.of());
  }
}
