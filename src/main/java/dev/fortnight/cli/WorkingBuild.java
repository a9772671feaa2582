package dev.fortnight.cli;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.cycle.Collected;
import dev.fortnight.note.Sha256;
import dev.fortnight.site.Built;
import dev.fortnight.site.Earlier;
import dev.fortnight.site.Explanation;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteProgress;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import dev.fortnight.site.state.BuildState;
import dev.fortnight.site.state.FileStamps;
import dev.fortnight.site.state.StateFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the working site into a folder, as far as an earlier build did not do so already. */
final class WorkingBuild {

  private final SourceOptions source;
  private final Path out;
  private final StateFile stateFile;

  WorkingBuild(SourceOptions source, Path out) {
    this.source = source;
    this.out = out.toAbsolutePath().normalize();
    this.stateFile = StateFile.of(source.folder(), out);
  }

  /**
   * What came of it.
   *
   * @param made how many pages were made; the others were there already
   * @param isRemembered whether the next build can go on from this one
   */
  record Outcome(
      BuildState.Summary summary,
      int made,
      boolean isRemembered,
      Optional<Explanation> explanation) {}

  /**
   * @param now what the build goes by
   * @param asked the address of a page to explain
   * @param progress told of each step
   */
  Outcome run(Instant now, Optional<String> asked, BuildProgress progress) {
    String maker = maker();
    FileStamps sources = FileStamps.of(source.places(), Instant.now());
    Optional<BuildState> earlier = stateFile.read();
    boolean isCurrent =
        asked.isEmpty()
            && !source.hasStore()
            && earlier.filter(state -> state.isCurrent(maker, sources, now, out)).isPresent();
    return isCurrent
        ? new Outcome(earlier.get().summary(), 0, true, Optional.empty())
        : build(now, asked, maker, sources, earlier, progress);
  }

  private Outcome build(
      Instant now,
      Optional<String> asked,
      String maker,
      FileStamps sources,
      Optional<BuildState> earlier,
      BuildProgress progress) {
    Collected collected = source.collect(progress.counting("Reading notes"));
    progress.now("Checking notes");
    ShownResearch shown = ShownResearch.of(collected, now, source.folder());
    CheckedResearch research = shown.research();
    String search = research.searchHash();
    FolderSink sink = FolderSink.open(out, source.folder());
    Earlier pages =
        earlier
            .map(state -> state.pages(maker, search, sources, sink.folder(), source.register()))
            .orElse(Earlier.NOTHING);
    Built built =
        SiteBuilder.update(
            research,
            Theme.of(source.folder()),
            new Tree.Working(false),
            sink,
            pages,
            asked,
            new SiteProgress(
                progress.counting("Making pages"), progress.counting("Writing files")));
    progress.now("Tidying up");
    sink.finish();
    BuildState.Summary summary =
        new BuildState.Summary(shown.notes(), built.pages(), shown.problems(built));
    boolean isRemembered =
        remember(
            new BuildState(
                maker,
                search,
                BuildState.Period.of(research.programme(), now),
                sources.byPath(),
                sources.isSettled(),
                BuildState.stamps(sink.folder(), outputs(sink)),
                summary,
                () -> new TreeMap<>(built.inputs())));
    int made = built.pages() - built.reused();
    return new Outcome(summary, made, isRemembered, built.explanation());
  }

  /** The list of them belongs to them: without it the next build must look at the folder. */
  private static Set<String> outputs(FolderSink sink) {
    Set<String> outputs = new TreeSet<>(sink.files());
    outputs.add(FolderSink.MARK);
    return outputs;
  }

  /** The next build is right without, only slower: a programme's folder may be there to read. */
  private boolean remember(BuildState state) {
    try {
      stateFile.write(state);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** This very Fortnight: another one may make other pages of the same sources. */
  private static String maker() {
    try {
      Path code =
          Path.of(WorkingBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String stamps = FileStamps.of(List.of(code), Instant.now()).byPath().toString();
      String java = System.getProperty("java.version");
      return Sha256.of(
          (Version.number() + " " + java + " " + stamps).getBytes(StandardCharsets.UTF_8));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path has proper addresses", e);
    }
  }
}
