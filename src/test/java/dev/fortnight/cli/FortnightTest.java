package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person at a terminal meets, above all when something is wrong. */
class FortnightTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeProgramme() throws IOException {
    write("programme.yml", "title: Illustrative research\n");
    write("weeknotes/2026-11-06-week-1.md", "---\ntitle: Week 1\n---\nWe began.\n");
  }

  @Test
  void buildPutsItsSummaryOnTheLastLine() {
    assertThat(run("build", "--programme", folder.toString(), "--out", out())).isZero();

    assertThat(out.toString()).matches("1 note, 0 with problems, 8 pages, [0-9]+\\.[0-9] s\\R");
    assertThat(err.toString()).isEmpty();
    assertThat(folder.resolve("out/weeknotes/week-1/index.html")).exists();
  }

  @Test
  void fileThatIsNoNoteIsNotCountedAsOne() throws IOException {
    write("data/costs.csv", "council,cost\nOne\n");

    run("build", "--programme", folder.toString(), "--out", out());

    assertThat(out.toString())
        .matches("1 note, 0 with problems, 1 file with problems, 8 pages, [0-9]+\\.[0-9] s\\R");
  }

  @Test
  void badNoteIsNamedAndTheOthersAreBuilt() throws IOException {
    write("interviews/2026-11-03-a.md", "---\ntitle: A\n---\nText.\n");
    write("weeknotes/2026-11-13-week-2.md", "---\ntitle: [A\n---\nText.\n");

    assertThat(run("build", "--programme", folder.toString(), "--out", out())).isEqualTo(1);

    assertThat(err.toString())
        .contains(
            """
            research/interviews/2026-11-03-a.md
              error, line 1 (consent)
                consent is missing, so this note is not published.
                Add 'consent: public' once the participant has agreed, or 'consent: internal'.

            research/weeknotes/2026-11-13-week-2.md
              error, line 3 (front-matter)
                this is not valid YAML""");
    assertThat(folder.resolve("out/weeknotes/week-1/index.html")).exists();
    assertThat(folder.resolve("out/weeknotes/week-2/index.html")).doesNotExist();
  }

  @Test
  void missingFolderIsWrongUsage() {
    assertThat(run("build", "--programme", folder + "/nowhere", "--out", out())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("There is no programme in '" + folder + "/nowhere': research/programme.yml")
        .doesNotContain("\tat ");
  }

  @Test
  void programmeThatIsNoYamlStopsTheRun() throws IOException {
    write("programme.yml", "title: [never closed\nsummary: x\n");

    assertThat(run("build", "--programme", folder.toString(), "--out", out())).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("fortnight: research/programme.yml:2: this is not valid YAML")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void unknownCommandIsWrongUsageAndSuggestsOne() {
    assertThat(run("biuld")).isEqualTo(2);
    assertThat(err.toString()).contains("Unmatched argument", "build");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Usage: fortnight");
  }

  @Test
  void targetThatCannotBeWrittenIsReported() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    int status = run("build", "--programme", folder.toString(), "--out", folder + "/file/out");

    assertThat(status).isEqualTo(3);
    assertThat(err.toString()).contains("cannot be written").doesNotContain("\tat ");
  }

  @Test
  void folderOfSomebodyElseIsNotBuiltInto() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/precious.txt"), "mine");

    assertThat(run("build", "--programme", folder.toString(), "--out", out())).isEqualTo(3);
    assertThat(folder.resolve("out/precious.txt")).hasContent("mine");
  }

  @Test
  void missingTopicsFileIsReported() {
    int status =
        run("build", "--programme", folder.toString(), "--out", out(), "--topics", "nowhere.json");

    assertThat(status).isEqualTo(3);
    assertThat(err.toString()).contains("nowhere.json").doesNotContain("\tat ");
  }

  @Test
  void personInTheRegisterKeepsANoteOutAndIsNotRepeated() throws IOException {
    Path register = folder.resolve("register.yml");
    Files.writeString(register, "participants: [{id: P01, real_name: Quilla Illustrative}]\n");
    write("weeknotes/2026-11-13-week-2.md", "---\ntitle: W\n---\nThanks to Quilla Illustrative.\n");

    int status =
        run(
            "build",
            "--programme",
            folder.toString(),
            "--register",
            register.toString(),
            "--out",
            out());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "research/weeknotes/2026-11-13-week-2.md\n  error, line 4 (personal-data)\n    this names")
        .doesNotContain("Quilla");
    assertThat(folder.resolve("out/weeknotes/week-2/index.html")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "new",
        "check",
        "build",
        "sync",
        "topics",
        "publish",
        "verify",
        "calendar",
        "preview",
        "export",
        "announce",
        "cycle",
        "review",
        "compare",
        "serve",
        "sign-in"
      })
  void everyCommandHasHelp(String command) {
    int status = command.isEmpty() ? run("--help") : run(command, "--help");

    assertThat(status).isZero();
    assertThat(out.toString())
        .startsWith("Usage: fortnight" + (command.isEmpty() ? "" : " " + command))
        .contains("--help", "--version");
  }

  /** Only the command that is asked for is described, which must not show. */
  @Test
  void allCommandsAreListedAndNearOnesSuggested() {
    run("--help");
    assertThat(out.toString())
        .containsSubsequence(
            "  demo ",
            "  new ",
            "  check ",
            "  build ",
            "  preview ",
            "  export ",
            "  sync ",
            "  topics ",
            "  publish ",
            "  announce ",
            "  verify ",
            "  calendar ",
            "  cycle ",
            "  review ",
            "  compare ",
            "  serve ",
            "  sign-in ");

    assertThat(run("buidl")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean: fortnight build");
  }

  @Test
  void versionIsPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("fortnight [0-9]+\\.[0-9]+\\.[0-9]+\\R");
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private int run(String... arguments) {
    return Fortnight.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("research").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
