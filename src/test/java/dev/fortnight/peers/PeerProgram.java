package dev.fortnight.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs other people's programs, and fetches Debian's packages of them. */
final class PeerProgram {

  private PeerProgram() {}

  /** Whether a command ends well. */
  static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      System.err.println(command[0] + " cannot be run: " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command[0] + " ran", e);
    }
  }

  /** Does nothing where it may not. */
  static void fetch(String... packages) {
    if (System.getProperty("user.name").equals("root")) {
      List<String> install =
          new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
      install.addAll(List.of(packages));
      runs("apt-get", "update");
      runs(install.toArray(String[]::new));
    }
  }
}
