package dev.fortnight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration, made once for all tests that look at it. */
public final class DemoSite {

  private static DemoSite made;

  private final Path folder;
  private final String printed;

  private DemoSite(Path folder, String printed) {
    this.folder = folder;
    this.printed = printed;
  }

  /** Each process that runs tests has its own. */
  private static final String FORK = System.getProperty("tests.fork", "0");

  /** Runs {@code fortnight demo} unless it was run already. */
  public static synchronized DemoSite get() {
    if (made == null) {
      try {
        made = make(Files.createDirectories(Path.of("target", "demo-for-tests-" + FORK)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  static DemoSite make(Path folder) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = {"demo", "--no-serve", "--dir", folder.toString()};
    int status = Fortnight.run(arguments, new PrintWriter(out), new PrintWriter(err));
    if (status != 0 || !err.toString().isEmpty()) {
      throw new AssertionError("demo ended with " + status + ": " + err);
    }
    return new DemoSite(folder.toAbsolutePath().normalize(), out.toString());
  }

  public Path folder() {
    return folder;
  }

  public String printed() {
    return printed;
  }
}
