package dev.fortnight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A working tree that git itself looks after, with nothing of this machine's configuration. */
final class GitFolder {

  /** How a process ended, and all that it printed. */
  record Ended(int status, String printed) {}

  private final Path folder;

  GitFolder(Path folder) {
    this.folder = folder;
  }

  static GitFolder begun(Path folder) throws Exception {
    GitFolder git = new GitFolder(Files.createDirectories(folder));
    git.git("init", "--quiet", "--initial-branch=main");
    git.git("config", "user.name", "Team");
    git.git("config", "user.email", "team@example.org");
    return git;
  }

  Path folder() {
    return folder;
  }

  /** Runs git, which has to succeed. */
  String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Ended ended = run(Map.of(), command);
    if (ended.status() != 0) {
      throw new AssertionError(command + ": " + ended.printed());
    }
    return ended.printed();
  }

  Ended run(Map<String, String> environment, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("FORTNIGHT_"));
    all.put("GIT_CONFIG_GLOBAL", "/dev/null");
    all.put("GIT_CONFIG_NOSYSTEM", "1");
    all.putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Writes a file and stages it. */
  void add(String file, String text) throws Exception {
    write(file, text);
    git("add", "--", file);
  }

  void commit() throws Exception {
    git("commit", "--quiet", "--no-verify", "--message", "Change");
  }

  /**
   * A folder for the PATH with one command that runs these classes, whatever Java options it gets.
   *
   * @param name what it is called, as Fortnight or as Java
   */
  static Path command(Path folder, String name, String first) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path command = Files.createDirectories(folder).resolve(name);
    Files.writeString(
        command,
        "#!/bin/sh\n"
            + first
            + "exec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("java.class.path")
            + "' dev.fortnight.cli.Fortnight \"$@\"\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }
}
