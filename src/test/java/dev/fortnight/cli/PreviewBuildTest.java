package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a preview keeps in mind leaves what a build from nothing makes. */
class PreviewBuildTest {

  @TempDir Path temp;

  @Command
  private static final class Options {
    @Mixin private SourceOptions source;
  }

  static PreviewBuild preview(Path programme, Path out) {
    Options options = new Options();
    new CommandLine(options)
        .parseArgs(
            "--programme", programme.toString(), "--data", programme.resolve("none").toString());
    return new PreviewBuild(options.source, out);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void treeIsThatOfACleanBuildAfterEachEdit(long seed) throws IOException {
    BuildWalk.of(temp, seed, new Told()).walk(15);
  }

  /** Tells one preview what changed, as a watch does. */
  private static final class Told implements BuildWalk.Tested {

    private PreviewBuild preview;
    private Map<String, byte[]> earlier = Map.of();

    @Override
    public void build(Path programme, Path out) throws IOException {
      Map<String, byte[]> files = BuildWalk.files(programme.resolve("research"));
      Optional<FolderWatch.Changes> changes =
          preview == null ? Optional.empty() : Optional.of(changes(programme, files));
      preview = preview == null ? preview(programme, out) : preview;
      Instant now = Instant.now();
      List<Problem> problems = preview.run(now, changes).problems();
      Path clean = Files.createDirectories(out.resolveSibling("clean"));
      assertThat(problems)
          .isEqualTo(preview(programme, clean).run(now, Optional.empty()).problems());
      earlier = new TreeMap<>(files);
    }

    private FolderWatch.Changes changes(Path programme, Map<String, byte[]> now) {
      Set<Path> files =
          Stream.concat(earlier.keySet().stream(), now.keySet().stream())
              .filter(file -> !Objects.deepEquals(earlier.get(file), now.get(file)))
              .map(file -> programme.resolve("research").resolve(file))
              .collect(Collectors.toSet());
      return new FolderWatch.Changes(files, false);
    }
  }

  @Test
  void onlyWhatShowsAChangeIsMade() throws IOException {
    SmallProgramme programme = SmallProgramme.in(temp.resolve("programme"));
    programme.write("weeknotes/week-1.md", "---\ntitle: Week 1\n---\nWe began.\n\nThen.\n");
    PreviewBuild preview = preview(temp.resolve("programme"), temp.resolve("out"));
    assertThat(preview.run(Instant.now(), Optional.empty()).made()).isGreaterThan(5);
    programme.write("weeknotes/week-1.md", "---\ntitle: Week 1\n---\nWe began.\n\nMore.\n");

    assertThat(preview.run(Instant.now(), Optional.empty()).made()).isEqualTo(1);
    assertThat(Files.readString(temp.resolve("out/weeknotes/week-1/index.html"))).contains("More.");
  }
}
