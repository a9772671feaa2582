package dev.fortnight.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fortnight new hook}. */
@Command(
    name = "hook",
    mixinStandardHelpOptions = true,
    description = {
      "Installs the hook through which git asks 'fortnight check --staged' before each commit, in"
          + " the repository that holds the programme.",
      "A commit with an error or a question in what it changes is stopped, and so is each commit"
          + " where there is no command 'fortnight'. 'git commit --no-verify' goes past the hook."
          + " Where FORTNIGHT_REGISTER is set, participants are looked for too. A hook of somebody"
          + " else is never overwritten."
    })
final class HookCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ProgrammeOptions programme;

  @Override
  public Integer call() {
    if (!command.parent().commandLine().getParseResult().matchedOptions().isEmpty()) {
      throw new ParameterException(command.commandLine(), "Options come after 'hook'.");
    }
    try (ProgrammeRepository repository =
        ProgrammeRepository.of(programme.folder(), System.getenv()).orElseThrow(this::noGit)) {
      PreCommitHook hook = new PreCommitHook(repository);
      PrintWriter out = command.commandLine().getOut();
      out.println(
          Visible.text(
              switch (hook.install()) {
                case INSTALLED -> hook.file() + " checks each commit from now on.";
                case THERE_ALREADY -> hook.file() + " checks each commit already.";
              }));
      out.flush();
      return 0;
    }
  }

  private ParameterException noGit() {
    return new ParameterException(
        command.commandLine(),
        "The programme's folder is in no git repository. Run 'git init' first.");
  }
}
