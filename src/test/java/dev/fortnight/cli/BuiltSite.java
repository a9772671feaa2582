package dev.fortnight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What {@code fortnight build} makes of a programme, for tests of other packages. */
public final class BuiltSite {

  private BuiltSite() {}

  /** Builds, also where some notes are held back. */
  public static void of(Path programme, Path out) {
    StringWriter err = new StringWriter();
    String[] arguments = {"build", "--programme", programme.toString(), "--out", out.toString()};
    int status =
        Fortnight.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err));
    if (!out.resolve("index.html").toFile().isFile()) {
      throw new AssertionError("build ended with " + status + ": " + err);
    }
  }
}
