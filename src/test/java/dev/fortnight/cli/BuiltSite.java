package dev.fortnight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What {@code fortnight build} makes of a programme, for tests of other packages. */
public final class BuiltSite {

  private BuiltSite() {}

  /** Builds, also where some notes are held back. */
  public static void of(Path programme, Path out) {
    run(out, "build", "--programme", programme.toString(), "--out", out.toString());
  }

  /** The same as {@code fortnight export jekyll} has it. */
  public static void forJekyll(Path programme, Path out) {
    run(out, "export", "jekyll", "--programme", programme.toString(), out.toString());
  }

  private static void run(Path out, String... arguments) {
    StringWriter err = new StringWriter();
    int status =
        Fortnight.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err));
    if (!out.resolve("index.html").toFile().isFile()) {
      throw new AssertionError(arguments[0] + " ended with " + status + ": " + err);
    }
  }
}
