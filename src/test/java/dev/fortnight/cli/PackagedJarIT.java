package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.PublishedSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, run as whoever downloaded it would: outside the repository, with nothing else. */
class PackagedJarIT {

  private static final Path JAR = Path.of(System.getProperty("fortnight.jar"));

  @TempDir Path folder;

  private record Run(int status, String out, String err) {}

  @Test
  void demonstrationComesOutOfTheJarTheSameOnEveryMachine() throws Exception {
    Run run = run("demo", "--no-serve");
    Run elsewhere =
        run(
            List.of(
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-Dfile.encoding=ISO-8859-1"),
            "demo",
            "--no-serve",
            "--dir",
            "elsewhere");

    assertThat(elsewhere.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("edition 2 signed off and published");
    PublishedSite site =
        new PublishedSite(
            folder.resolve("fortnight-demo/site"),
            URI.create("https://example.github.io/open-source-in-councils/"));
    assertThat(site.brokenLinks()).isEmpty();
    for (String path : site.paths()) {
      assertThat(folder.resolve("elsewhere/site").resolve(path))
          .as(path)
          .hasSameBinaryContentAs(site.folder().resolve(path));
    }
    assertThat(folder.resolve("elsewhere/announcements.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("fortnight-demo/announcements.jsonl"));
  }

  @Test
  void programmeWithoutAThemeGetsTheBundledOne() throws Exception {
    Files.createDirectories(folder.resolve("research/weeknotes"));
    Files.writeString(folder.resolve("research/programme.yml"), "title: Illustrative\n");
    Files.writeString(folder.resolve("research/weeknotes/one.md"), "---\ntitle: One\n---\nText.\n");

    Run run = run("build", "--out", "public");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("public/weeknotes/one/index.html"))
        .content()
        .contains("<h1>One</h1>");
    assertThat(folder.resolve("public/assets/govuk-frontend.css")).exists();
  }

  @Test
  void fileThatCannotBeReadIsToldInOneLine() throws Exception {
    Run run = run("build", "--programme", "nowhere", "--out", "public");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines().findFirst().orElse(""))
        .isEqualTo(
            "There is no programme in 'nowhere': research/programme.yml is missing. Run the command"
                + " in a programme's folder, or name it with --programme DIR.");
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), arguments);
  }

  private Run run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends").isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
