package dev.fortnight.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium for tests. It is fetched where it is missing, and a test that cannot have one
 * fails: a page that no browser opened is not tested.
 */
public final class Browser implements AutoCloseable {

  static final Path DEBIAN = Path.of("/usr/bin/chromium");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, BrowserType.LaunchOptions options) {
    this.playwright = playwright;
    this.chromium = playwright.chromium().launch(options);
  }

  /** Starts one, without a window. */
  public static Browser start() {
    return start(new BrowserType.LaunchOptions().setArgs(QUIET));
  }

  /** One whose owner asked for letters of twice the usual size. */
  static Browser startWithLargeType() {
    List<String> arguments = new ArrayList<>(QUIET);
    arguments.add("--blink-settings=defaultFontSize=32");
    return start(new BrowserType.LaunchOptions().setArgs(arguments));
  }

  private static Browser start(BrowserType.LaunchOptions options) {
    install();
    return Files.isExecutable(DEBIAN)
        ? new Browser(playwright(), options.setExecutablePath(DEBIAN))
        : withPlaywrightsOwn(options);
  }

  /** Once, though tests run in several processes: packages are installed by one at a time. */
  private static synchronized void install() {
    String name = "fortnight-tests-" + System.getProperty("user.name") + ".lock";
    Path lock = Path.of(System.getProperty("java.io.tmpdir"), name);
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!Files.isExecutable(DEBIAN) && isRoot()) {
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
      }
      if (!Files.isExecutable(DEBIAN)) {
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CLI.class.getName(),
            "install",
            "chromium");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty page, with cookies and storage of its own. */
  public Page page() {
    return chromium.newContext().newPage();
  }

  /** A phone as it is held, with cookies and storage of its own. */
  BrowserContext phone() {
    return context(390, 844);
  }

  /** A window on a desktop, with cookies and storage of its own. */
  BrowserContext desktop() {
    return context(1280, 900);
  }

  private BrowserContext context(int width, int height) {
    return chromium.newContext(new NewContextOptions().setViewportSize(width, height));
  }

  /** The browser itself, for what a page cannot do, such as switching JavaScript off. */
  public com.microsoft.playwright.Browser chromium() {
    return chromium;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Browser withPlaywrightsOwn(BrowserType.LaunchOptions options) {
    try {
      return new Browser(playwright(), options);
    } catch (PlaywrightException e) {
      throw new IllegalStateException(
          "Tests in a browser need Chromium, which is not in "
              + DEBIAN
              + " and could not be downloaded. As root: apt-get install chromium.",
          e);
    }
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** What it could not fetch shows in its output, and in that there is no browser then. */
  private static void run(String... command) {
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      System.err.println(command[0] + " cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a browser was fetched", e);
    }
  }
}
