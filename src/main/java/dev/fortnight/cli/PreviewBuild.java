package dev.fortnight.cli;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.cycle.Collected;
import dev.fortnight.cycle.CollectorMemory;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.Built;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteMemory;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the working site again and again into one folder, and keeps in mind what it read. */
final class PreviewBuild {

  private final SourceOptions source;
  private final Path folder;
  private final Path research;
  private final Path out;
  private final CollectorMemory memory = new CollectorMemory();
  private final SiteMemory site = new SiteMemory();
  private final NamingTexts naming = new NamingTexts();
  private Optional<FolderSink> last = Optional.empty();
  private byte[] registerBytes = new byte[0];
  private Optional<Register> register = Optional.empty();

  PreviewBuild(SourceOptions source, Path out) {
    this.source = source;
    this.folder = source.folder();
    this.research = folder.resolve("research");
    this.out = out;
  }

  /**
   * What a build came to.
   *
   * @param made how many pages were made; the others were there already
   * @param problems as they may be printed
   */
  record Outcome(int notes, int pages, int made, List<Problem> problems, URI address) {}

  /**
   * @param now what the build goes by
   * @param changes since the one before; empty for the first
   * @throws ProblemException if nothing can be built; what is there stays
   */
  Outcome run(Instant now, Optional<FolderWatch.Changes> changes) {
    memory.notes().expect(changes.filter(some -> !some.isAll()).map(some -> paths(some.files())));
    Collected collected = source.collect(folder, register(), memory);
    ShownResearch shown = ShownResearch.again(collected, now, memory, folder, naming);
    CheckedResearch checked = shown.research();
    FolderSink sink = FolderSink.open(out, folder, last);
    last = Optional.empty();
    Built built =
        SiteBuilder.update(checked, Theme.of(folder), new Tree.Working(false), sink, site);
    sink.finish();
    last = Optional.of(sink);
    return new Outcome(
        shown.notes(),
        built.pages(),
        built.pages() - built.reused(),
        shown.problems(built),
        checked.programme().site().url());
  }

  private Set<String> paths(Set<Path> files) {
    return files.stream()
        .filter(file -> file.startsWith(research))
        .map(file -> research.relativize(file).toString().replace('\\', '/'))
        .collect(Collectors.toSet());
  }

  /** To decrypt it and to learn all names takes a while, so that is done when it changed. */
  private Optional<Register> register() {
    for (Path file : source.register()) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        if (register.isEmpty() || !Arrays.equals(bytes, registerBytes)) {
          register = Optional.of(Register.read(file, System.getenv()));
          registerBytes = bytes;
        }
      } catch (IOException e) {
        return Optional.of(Register.read(file, System.getenv()));
      }
    }
    return register;
  }
}
