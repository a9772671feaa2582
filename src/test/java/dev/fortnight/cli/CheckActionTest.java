package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The action's script, as a runner calls it. */
class CheckActionTest {

  private static final Path ACTION = Path.of(".github/actions/check").toAbsolutePath();

  @TempDir Path folder;
  private GitFolder workspace;
  private Path temporary;

  @BeforeEach
  void begin() throws Exception {
    temporary = Files.createDirectories(folder.resolve("temp"));
    workspace = GitFolder.begun(folder.resolve("workspace"));
    workspace.add("notes/research/programme.yml", "title: Illustrative research\n");
    workspace.add("notes/research/interviews/old.md", "---\nconsent: yes\n---\n");
    workspace.add("notes/research/findings/a.md", "---\ntitle: A\n---\n[a](no-a.md)\n\nText.\n");
    workspace.commit();
    workspace.git("checkout", "--quiet", "-b", "branch");
    workspace.add(
        "notes/research/findings/a.md",
        "---\ntitle: A\n---\n[a](no-a.md)\n\nQuilla Illustrative says [b](no-b.md).\n");
    workspace.commit();
  }

  @Test
  void changedLinesAreCommentedOnWithoutTheRegister() throws Exception {
    assertThat(check(Map.of("BASE", "main")))
        .isEqualTo(
            new GitFolder.Ended(
                0,
                """
                ::notice file=notes/research/findings/a.md,line=6,endLine=6,col=26,endColumn=38,title=warning (link)::this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
                1 note with problems: 0 errors, 1 warning.
                """));
  }

  @Test
  void everythingIsCheckedWhereThereIsNoBase() throws Exception {
    GitFolder.Ended ended = check(Map.of("BASE", ""));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.printed()).contains("::error file=notes/research/interviews/old.md,line=2");
  }

  @Test
  void registerIsPrivateAndGoneInTheEnd() throws Exception {
    GitFolder.Ended ended =
        check(
            Map.of(
                "BASE",
                "main",
                "REGISTER",
                "participants:\n  - {id: P01, real_name: Quilla Illustrative}"));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.printed())
        .contains("::error file=notes/research/findings/a.md,line=6,")
        .doesNotContain("Quilla");
    assertThat(folder.resolve("seen")).hasContent("600 700 none\n");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void registerIsGoneAfterAFailureToo() throws Exception {
    GitFolder.Ended ended =
        check(Map.of("BASE", "nowhere", "REGISTER", "participants: [Quilla Illustrative]"));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.printed()).contains("There is no commit 'nowhere' here.");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void inputsAreNeverRun() throws Exception {
    String hostile = "$(touch " + folder.resolve("owned") + ");`id`' \"--help";

    assertThat(check(Map.of("BASE", hostile)).status()).isEqualTo(2);
    assertThat(check(Map.of("PROGRAMME", hostile)).status()).isEqualTo(2);
    assertThat(folder.resolve("owned")).doesNotExist();
  }

  @Test
  void keyIsThatOfTheSources() throws Exception {
    Path root = folder.resolve("action");
    for (String file : List.of("pom.xml", "fortnight", "src/main/a", "site/b", "research/c")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), file);
    }
    Path script = root.resolve(".github/actions/check/check.sh");
    Files.createDirectories(script.getParent());
    Files.copy(ACTION.resolve("check.sh"), script);

    String before = key(script);
    assertThat(before).matches("key=[0-9a-f]{64}\n");
    assertThat(key(script)).isEqualTo(before);
    Files.writeString(root.resolve("src/main/a"), "changed");
    assertThat(key(script)).matches("key=[0-9a-f]{64}\n").isNotEqualTo(before);
  }

  @Test
  void noExpressionStandsInACommand() throws IOException {
    Map<?, ?> action = new Yaml().load(Files.readString(ACTION.resolve("action.yml")));
    List<?> steps = (List<?>) ((Map<?, ?>) action.get("runs")).get("steps");

    assertThat(steps.stream().map(step -> ((Map<?, ?>) step).get("run")).filter(run -> run != null))
        .hasSize(3)
        .allSatisfy(run -> assertThat((String) run).doesNotContain("${{"));
  }

  private String key(Path script) throws Exception {
    Path output = folder.resolve("output");
    Files.deleteIfExists(output);
    GitFolder.Ended ended =
        workspace.run(
            Map.of("GITHUB_OUTPUT", output.toString(), "RUNNER_TEMP", temporary.toString()),
            List.of("bash", script.toString(), "key"));
    assertThat(ended).isEqualTo(new GitFolder.Ended(0, ""));
    return Files.readString(output);
  }

  /** Java is these classes, which first note how the register is kept. */
  private GitFolder.Ended check(Map<String, String> inputs) throws Exception {
    Path bin =
        GitFolder.command(
            folder.resolve("bin"),
            "java",
            """
            while [ "$1" != -jar ]; do shift; done
            shift 2
            [ -z "${FORTNIGHT_REGISTER:-}" ] ||
              echo "$(stat -c %a "$FORTNIGHT_REGISTER") $(stat -c %a "${FORTNIGHT_REGISTER%/*}")" \
                "${REGISTER:-none}" >SEEN
            """
                .replace("SEEN", "'" + folder.resolve("seen") + "'"));
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "PATH", bin + ":" + System.getenv("PATH"),
                "GITHUB_ACTION_PATH", ACTION.toString(),
                "GITHUB_WORKSPACE", workspace.folder().toString(),
                "RUNNER_TEMP", temporary.toString(),
                "PROGRAMME", "notes"));
    environment.putAll(inputs);
    GitFolder.Ended ended =
        workspace.run(environment, List.of("bash", ACTION.resolve("check.sh").toString(), "check"));
    try (Stream<Path> files = Files.walk(workspace.folder())) {
      assertThat(files.filter(file -> file.toString().contains("register"))).isEmpty();
    }
    return ended;
  }
}
