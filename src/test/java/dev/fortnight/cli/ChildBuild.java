package dev.fortnight.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code fortnight build} in a Java of its own. */
final class ChildBuild {

  private ChildBuild() {}

  /**
   * @param java the program
   * @param options for it
   * @param log where it prints to
   */
  static Process start(Path java, List<String> options, Path programme, Path out, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), Fortnight.class.getName(), "build"));
    command.addAll(List.of("--programme", programme.toString(), "--out", out.toString()));
    command.addAll(List.of("--data", programme.resolve("none").toString()));
    ProcessBuilder child = new ProcessBuilder(command);
    child.environment().put("FORTNIGHT_NOW", "2026-11-20T12:00:00Z");
    return child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** The Java that runs the tests. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Absolute, as the child may start elsewhere. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
            .map(place -> Path.of(place).toAbsolutePath().toString())
            .toList());
  }
}
