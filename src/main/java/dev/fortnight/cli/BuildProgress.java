package dev.fortnight.cli;

import dev.fortnight.note.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells how far a build is in one line of a terminal, which is written anew and is gone in the end.
 * A build of less than a second gets none.
 */
final class BuildProgress implements AutoCloseable {

  private static final int FIRST_MILLISECONDS = 1000;
  private static final int NEXT_MILLISECONDS = 200;

  private final PrintWriter terminal;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(BuildProgress::thread);
  private volatile Supplier<String> step = () -> "";
  private String shown = "";

  BuildProgress(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /**
   * @param console where people look on; null where output goes into a pipe or a file, which then
   *     gets nothing
   */
  static BuildProgress on(Console console) {
    if (console == null) {
      return new BuildProgress(new PrintWriter(Writer.nullWriter()));
    }
    BuildProgress progress = new BuildProgress(console.writer());
    progress.timer.scheduleWithFixedDelay(
        progress::show, FIRST_MILLISECONDS, NEXT_MILLISECONDS, TimeUnit.MILLISECONDS);
    return progress;
  }

  /** It ends with the command, however that ends. */
  private static Thread thread(Runnable showing) {
    Thread thread = new Thread(showing, "progress");
    thread.setDaemon(true);
    return thread;
  }

  /** What the build does now. */
  void now(String step) {
    this.step = () -> step;
  }

  /** The same for what can be counted. */
  Progress counting(String step) {
    return (done, all) ->
        this.step = () -> String.format(Locale.UK, "%s: %,d of %,d", step, done, all);
  }

  synchronized void show() {
    String line = step.get();
    if (!line.equals(shown)) {
      write("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      shown = line;
    }
  }

  /** Leaves the line as if nothing had been there. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
    if (!shown.isEmpty()) {
      write("\r" + " ".repeat(shown.length()) + "\r");
      shown = "";
    }
    now("");
  }

  private void write(String text) {
    terminal.print(text);
    terminal.flush();
  }
}
