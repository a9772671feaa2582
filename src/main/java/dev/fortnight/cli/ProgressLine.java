package dev.fortnight.cli;

import dev.fortnight.topic.github.Requests;
import dev.fortnight.topic.github.SyncProgress;
import java.io.PrintWriter;

/** One line of a terminal that is written anew with each page, and is gone at the end. */
final class ProgressLine implements SyncProgress, AutoCloseable {

  private final PrintWriter err;
  private final boolean isSeen;
  private int width;

  /**
   * @param isSeen whether somebody looks on; nothing is written otherwise
   */
  ProgressLine(PrintWriter err, boolean isSeen) {
    this.err = err;
    this.isSeen = isSeen;
  }

  @Override
  public void read(String repository, Requests requests) {
    write(Visible.text(repository) + ": " + SyncLines.count(requests.made()) + " made");
  }

  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.print("\r");
      err.flush();
    }
  }

  private void write(String line) {
    if (isSeen) {
      err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      err.flush();
      width = line.length();
    }
  }
}
