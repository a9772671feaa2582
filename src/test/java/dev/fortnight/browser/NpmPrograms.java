package dev.fortnight.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Programs from npm that judge a site, in the versions that {@code src/test/peers} pins. They are
 * fetched where they are missing, and who cannot have them fails: without them nothing was judged.
 */
final class NpmPrograms {

  private static final Path PINNED = Path.of("src", "test", "peers");
  private static final Path FOLDER = Path.of("target", "peers");
  private static final Path MODULES = FOLDER.resolve("node_modules");

  /** npm writes it when it has finished, so it is not there after half an installation. */
  private static final Path FINISHED = MODULES.resolve(".package-lock.json");

  private NpmPrograms() {}

  /** The file of a program, installed. */
  static Path file(String path) {
    try {
      install();
    } catch (IOException e) {
      throw new IllegalStateException("npm's programs cannot be put into " + FOLDER, e);
    }
    return MODULES.resolve(path);
  }

  private static synchronized void install() throws IOException {
    Path lock = FOLDER.resolve("package-lock.json");
    Path pinned = PINNED.resolve("package-lock.json");
    if (Files.exists(FINISHED) && Files.mismatch(lock, pinned) == -1) {
      return;
    }
    if (!runs("npm", "--version") && System.getProperty("user.name").equals("root")) {
      runs("apt-get", "update");
      runs("apt-get", "install", "-y", "--no-install-recommends", "npm");
    }
    if (!runs("npm", "--version")) {
      throw new IllegalStateException(
          "The HTML checker and Lighthouse come from npm, which is not here and could not be"
              + " installed. As root: apt-get install npm. Elsewhere: install Node.js 18.16 or"
              + " later, which brings it.");
    }
    Files.createDirectories(FOLDER);
    Files.copy(
        PINNED.resolve("package.json"),
        FOLDER.resolve("package.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(pinned, lock, StandardCopyOption.REPLACE_EXISTING);
    String folder = FOLDER.toString();
    if (!runs("npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund")) {
      throw new IllegalStateException(
          "npm could not install what "
              + pinned
              + " pins; its own message is above. Check the network, and the registry that npm is"
              + " set to.");
    }
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      System.err.println(command[0] + " cannot be run: " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while programs were fetched", e);
    }
  }
}
