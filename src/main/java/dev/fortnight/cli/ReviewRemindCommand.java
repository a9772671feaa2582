package dev.fortnight.cli;

import dev.fortnight.announce.Reminder;
import dev.fortnight.cycle.Reminding;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fortnight review remind}. */
@Command(
    name = "remind",
    mixinStandardHelpOptions = true,
    description = {
      "Reminds those who decide of what waits, once for each moment that programme.yml names.",
      "Mail is sent by 'fortnight serve' alone; Slack is told from here too."
    })
final class ReviewRemindCommand implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ReviewOptions options;

  @Option(names = "--dry", description = "Prints what is due and sends nothing.")
  private boolean dry;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "What people write to get to the review, as with 'serve'.")
  private URI address;

  @Override
  public Integer call() {
    return options.reminding(Optional.ofNullable(address), this::remind);
  }

  private int remind(Reminding reminding) {
    PrintWriter out = command.commandLine().getOut();
    List<Reminding.Due> due = reminding.due();
    if (due.isEmpty()) {
      out.println("No reminder is due.");
    }
    for (Reminding.Due one : due) {
      boolean isLeft = !dry && one.messenger().isEmpty();
      print(one.reminder(), isLeft ? ", which 'fortnight serve' sends" : "", out);
    }
    out.flush();
    if (!dry) {
      reminding.remind();
    }
    return 0;
  }

  private static void print(Reminder reminder, String more, PrintWriter out) {
    out.println("To " + Visible.text(reminder.recipient()) + more + ":");
    reminder.text().lines().forEach(line -> out.println("  " + Visible.text(line)));
  }
}
