package dev.fortnight.publish;

import dev.fortnight.edition.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the working site or an edition of a generated site in a process of its own, which may
 * halt after a step as if the machine had lost its power.
 */
public final class PublishingProcess {

  static final int HALTED = 137;

  static final int KEPT = 3;

  private PublishingProcess() {}

  /**
   * @param arguments a repository ({@code *.git}) or a folder, a cache, an edition's number or 0
   *     for the working site, and after how many steps to halt, or -1
   */
  public static void main(String[] arguments) {
    int number = Integer.parseInt(arguments[2]);
    int[] left = {Integer.parseInt(arguments[3])};
    Step.Listener steps =
        step -> {
          if (--left[0] == 0) {
            Runtime.getRuntime().halt(HALTED);
          }
        };
    Path place = Path.of(arguments[0]);
    if (arguments[0].endsWith(".git")) {
      publisher(place, Path.of(arguments[1]), steps).publish(publication(number));
    } else {
      new FolderPublisher(place, Settings.keeping(KEPT), steps).publish(publication(number));
    }
    // nothing may linger, as in a command
    System.exit(0);
  }

  /** An edition by its number; the working site by a number from 0 down. */
  static Publication publication(int number) {
    GeneratedSite site = new GeneratedSite(12).changed(Math.abs(number) * 3, Math.abs(number));
    return number <= 0 ? site.working() : site.edition(number);
  }

  private static GitHubPagesPublisher publisher(Path remote, Path cache, Step.Listener steps) {
    return new GitHubPagesPublisher(
        remote.toString(),
        Settings.keeping(KEPT),
        cache,
        GitLogin.NONE,
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC),
        steps);
  }

  static Process start(Path place, Path cache, int number) throws IOException {
    return start(place, cache, number, -1);
  }

  static Process start(Path place, Path cache, int number, int steps) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PublishingProcess.class.getName());
    command.addAll(
        List.of(place.toString(), cache.toString(), String.valueOf(number), String.valueOf(steps)));
    Path log = Files.createTempFile("publishing", ".log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
