package dev.fortnight.cli;

import dev.fortnight.site.Built;
import dev.fortnight.site.FolderSink;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight export jekyll}. */
@Command(
    name = "jekyll",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a source tree of which Jekyll makes the pages that 'build' makes.",
      "It needs no plugin: 'jekyll build --source DIR' gives the same addresses, titles, text and"
          + " links. Notes are in it as HTML, layouts as they are."
    })
final class ExportJekyllCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder to write into; what an earlier export left there is replaced.")
  private Path out;

  @Override
  public Integer call() {
    ShownResearch shown = ShownResearch.of(source);
    FolderSink sink = FolderSink.open(out, source.folder());
    Built built =
        SiteBuilder.exportJekyll(
            shown.research(), Theme.of(source.folder()), new Tree.Working(false), sink);
    sink.finish();
    boolean isWhole = shown.report(built, command.commandLine().getErr());
    command
        .commandLine()
        .getOut()
        .println(Counts.of(built.pages(), "page", "pages") + " for Jekyll in " + out);
    return isWhole ? 0 : Fortnight.LEFT_OUT;
  }
}
