package dev.fortnight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.util.FileUtils;

/** The demonstration, made once for all tests that look at it. */
public final class DemoSite {

  private static DemoSite made;

  private final Path folder;
  private final String printed;

  private DemoSite(Path folder, String printed) {
    this.folder = folder;
    this.printed = printed;
  }

  /** Runs {@code fortnight demo} unless it was run already. */
  public static synchronized DemoSite get() {
    if (made == null) {
      try {
        made = make(folderOfThisProcess());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  /** Tests run in several processes; what one looks at no other may write. */
  private static Path folderOfThisProcess() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Path folder = Files.createTempDirectory(target, "demo-for-tests-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  private static void delete(Path folder) {
    try {
      FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
