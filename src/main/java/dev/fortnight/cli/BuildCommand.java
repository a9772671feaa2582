package dev.fortnight.cli;

import dev.fortnight.site.Built;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight build}. */
@Command(
    name = "build",
    description = {
      "Builds the working site into a folder, without network or server.",
      "It holds what has consent and passes the checks, marked as unreviewed. Interviews with"
          + " public consent are in it too, unless programme.yml lists in publish.working what the"
          + " working site shows."
    })
final class BuildCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to build into; what an earlier build left there is replaced.")
  private Path out;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    ShownResearch shown = ShownResearch.of(source);
    FolderSink sink = FolderSink.open(out, source.folder());
    Built built =
        SiteBuilder.build(
            shown.research(), Theme.of(source.folder()), new Tree.Working(false), sink);
    sink.finish();
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean isWhole = shown.report(built, command.commandLine().getErr());
    command
        .commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s, %d with problems, %s, %.1f s%n",
            Counts.of(shown.notes(), "note", "notes"),
            CheckSummary.files(shown.problems(built)).size(),
            Counts.of(built.pages(), "page", "pages"),
            seconds);
    return isWhole ? 0 : Fortnight.LEFT_OUT;
  }
}
