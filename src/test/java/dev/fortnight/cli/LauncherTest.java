package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code fortnight}, with a Maven that builds a program which repeats its arguments. */
class LauncherTest {

  private static final Path SCRIPT = Path.of("fortnight").toAbsolutePath();

  @TempDir private Path root;

  /** What the launched jar runs. */
  public static final class Echo {

    private Echo() {}

    public static void main(String[] arguments) {
      System.out.println("told: " + String.join("|", arguments));
      System.exit(arguments.length > 0 && arguments[0].equals("fail") ? 3 : 0);
    }
  }

  @BeforeEach
  void project() throws IOException {
    Files.copy(SCRIPT, root.resolve("fortnight"));
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("research"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("src/main/One.java"), "class One {}");
    jar(root.resolve("made.jar"), "");
    tool(
        "mvn",
        """
        echo built >> "%1$s/built"
        mkdir -p target
        cp "%1$s/made.jar" target/fortnight.jar
        """
            .formatted(root));
    tool("git", "exit 1\n");
    age(root.resolve("pom.xml"), root.resolve("src/main/One.java"), root.resolve("src/main"));
  }

  private void tool(String name, String lines) throws IOException {
    Path file = Files.createDirectories(root.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\nset -eu\n" + lines);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void age(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }
  }

  private static void jar(Path file, String comment) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream code = Echo.class.getResourceAsStream("/" + entry)) {
      jar.setComment(comment);
      jar.putNextEntry(new ZipEntry(entry));
      code.transferTo(jar);
    }
  }

  private record Outcome(int status, String out, String err) {}

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  private Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", root.resolve("fortnight").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private long builds() throws IOException {
    Path built = root.resolve("built");
    return Files.exists(built) ? Files.readAllLines(built).size() : 0;
  }

  private Path archive() throws IOException {
    try (var files = Files.list(root.resolve("target"))) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }

  @Test
  void buildsOnceAndPassesArgumentsAndStatusOn() throws Exception {
    Outcome first = run("check", "a b", "*");
    Outcome second = run("fail");

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).isEqualTo("told: check|a b|*\n");
    assertThat(first.err()).contains("building (first run", "making the start faster");
    assertThat(second).isEqualTo(new Outcome(3, "told: fail\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void changedSourcesAreBuiltAgain() throws Exception {
    run("check");
    Files.writeString(root.resolve("src/main/One.java"), "class One { int two; }");

    Outcome again = run("check");

    assertThat(again.err()).contains("sources changed, building");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void classesAreTakenFromTheArchive() throws Exception {
    run("check");
    Path log = root.resolve("classes.log");

    run(Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log), "check");

    assertThat(Files.readAllLines(log))
        .filteredOn(line -> line.contains(Echo.class.getName()))
        .singleElement()
        .asString()
        .contains("shared objects file (top)");
  }

  @Test
  void anArchiveIsMadeAgainWhereItIsMissingOrOfAnotherJar() throws Exception {
    run("check");
    Files.delete(archive());

    assertThat(run("check").err()).contains("making the start faster");
    assertThat(archive()).exists();

    jar(root.resolve("target/fortnight.jar"), "built by hand");
    assertThat(run("check").err()).isEqualTo("fortnight: making the start faster…\n");
    assertThat(run("check")).isEqualTo(new Outcome(0, "told: check\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Callable<Outcome> check = () -> run("check");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (Future<Outcome> one : both.invokeAll(List.of(check, check))) {
        assertThat(one.get().status()).as(one.get().err()).isZero();
        assertThat(one.get().out()).isEqualTo("told: check\n");
      }
    } finally {
      both.shutdownNow();
    }

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aBuildThatFailsIsTold() throws Exception {
    tool("mvn", "echo '[ERROR] nothing fits'\nexit 1\n");

    Outcome failed = run("check");

    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.err()).contains("[ERROR] nothing fits", "the build failed");
    assertThat(failed.out()).isEmpty();
  }
}
