package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real commits, through git itself and the hook as it was installed. */
class PreCommitHookTest {

  private static final String GOOD = "---\nconsent: internal\n---\nText.\n";
  private static final String BAD = "---\nconsent: yes\n---\nText.\n";

  @TempDir Path folder;
  private GitFolder git;

  @BeforeEach
  void begin() throws Exception {
    git = GitFolder.begun(folder.resolve("it's a \"repository\""));
  }

  @Test
  void badCommitIsStoppedAndAGoodOneIsNot() throws Exception {
    programme("it's \"our\" $(research) notes");
    String note = "it's \"our\" $(research) notes/research/interviews/a 'quoted' \"note\".md";
    assertThat(install("it's \"our\" $(research) notes").status()).isZero();
    git.add(note, BAD);

    GitFolder.Ended stopped = commit();
    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.printed())
        .contains(
            "research/interviews/a 'quoted' \"note\".md\n  error, line 2 (consent)",
            "1 note with problems: 1 error, 0 warnings.");

    git.add(note, GOOD);
    git.write(note, BAD);
    assertThat(commit()).extracting(GitFolder.Ended::status).isEqualTo(0);

    assertThat(commit("--all").status()).isEqualTo(1);
    git.add(note, BAD);
    git.write(note, GOOD + "More.\n");
    assertThat(commit("--only", "--", note).status()).isZero();
    assertThat(git.git("show", "HEAD:" + note)).isEqualTo(GOOD + "More.\n");
  }

  @Test
  void participantsAreLookedForWhereTheRegisterIsNamed() throws Exception {
    programme(".");
    install(".");
    Path register = folder.resolve("register.yml");
    Files.writeString(register, "participants: [{id: P01, real_name: Quilla Illustrative}]\n");
    git.add("research/weeknotes/a.md", "We met Quilla Illustrative.\n");

    GitFolder.Ended stopped =
        commit(Map.of("FORTNIGHT_REGISTER", register.toString(), "PATH", path()));

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.printed()).contains("(personal-data)").doesNotContain("Quilla");
  }

  @Test
  void commitIsStoppedWhereFortnightIsNot() throws Exception {
    programme(".");
    install(".");
    git.add("research/interviews/a.md", GOOD);

    GitFolder.Ended stopped = commit(Map.of("PATH", System.getenv("PATH")));

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.printed())
        .isEqualTo(
            """
            This commit was stopped, because its notes cannot be checked: there is no command
            'fortnight'. Put it on the PATH, or commit unchecked with 'git commit --no-verify'.
            """);
    git.git("commit", "--quiet", "--no-verify", "--message", "Change");
  }

  @Test
  void branchWithoutTheProgrammeNeedsNoCheck() throws Exception {
    programme(".");
    install(".");
    git.commit();
    git.git("checkout", "--quiet", "--orphan", "gh-pages");
    git.git("rm", "-r", "--quiet", "--force", ".");
    git.add("index.html", "<!doctype html>\n");

    assertThat(commit(Map.of("PATH", System.getenv("PATH"))).status()).isZero();
  }

  @Test
  void hookOfALinkedWorkingTreeIsThatOfTheRepository() throws Exception {
    programme(".");
    git.commit();
    Path linked = folder.resolve("linked");
    git.git("worktree", "add", "--quiet", "-b", "linked", linked.toString());

    CommandRun run = CommandRun.of(new NewCommand(), "hook", "--programme", linked.toString());

    assertThat(run.out()).endsWith(".git/hooks/pre-commit checks each commit from now on.\n");
    GitFolder tree = new GitFolder(linked);
    tree.add("research/interviews/a.md", BAD);
    assertThat(
            tree.run(Map.of("PATH", path()), List.of("git", "commit", "--message", "x")).status())
        .isEqualTo(1);
  }

  @Test
  void installingAgainChangesNothing() throws Exception {
    programme(".");
    assertThat(install(".").out()).contains(" checks each commit from now on.");
    String text = Files.readString(hook());

    assertThat(install(".").out()).contains(" checks each commit already.");
    assertThat(hook()).hasContent(text);
  }

  @Test
  void foreignHookStaysAndIsToldWhatToAdd() throws Exception {
    programme("notes");
    git.write(".git/hooks/pre-commit", "#!/bin/sh\nmake test\n");

    assertThat(install("notes"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(3))
        .satisfies(
            run ->
                assertThat(run.err())
                    .startsWith("fortnight: there is a hook of somebody else at ")
                    .endsWith(
                        "which stays as it is. Add this line to it: fortnight check --staged"
                            + " --programme=notes || exit 1\n"));
    assertThat(hook()).hasContent("#!/bin/sh\nmake test\n");

    Files.writeString(
        hook(), "#!/bin/sh\nfortnight check --staged --programme=notes || exit 1\nmake test\n");
    assertThat(install("notes").status()).isZero();
    assertThat(hook()).isExecutable();

    Files.delete(hook());
    Files.createSymbolicLink(hook(), folder.resolve("nowhere"));
    assertThat(install("notes").err()).contains("a hook of somebody else");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void configuredFolderIsUsedInsideTheRepositoryOnly() throws Exception {
    programme(".");
    git.git("config", "core.hooksPath", ".githooks");
    install(".");
    assertThat(git.folder().resolve(".githooks/pre-commit")).isExecutable();
    git.add("research/interviews/a.md", BAD);
    assertThat(commit().status()).isEqualTo(1);

    for (String outside : List.of("../hooks", "~/hooks", folder.resolve("shared").toString())) {
      git.git("config", "core.hooksPath", outside);
      assertThat(install(".").err()).as(outside).contains("outside this repository");
    }
    Files.createSymbolicLink(git.folder().resolve("link"), folder);
    git.git("config", "core.hooksPath", "link/hooks");
    assertThat(install(".").err()).contains("outside this repository");
  }

  @Test
  void wrongUsageIsTold() throws Exception {
    Path plain = folder.resolve("plain");
    Files.createDirectories(plain.resolve("research"));
    Files.writeString(plain.resolve("research/programme.yml"), "title: Illustrative research\n");

    assertThat(CommandRun.of(new NewCommand(), "hook", "--programme", plain.toString()).err())
        .startsWith("The programme's folder is in no git repository. Run 'git init' first.\n");
    assertThat(CommandRun.of(new NewCommand(), "--programme", plain.toString(), "hook").err())
        .startsWith("Options come after 'hook'.\n");
    assertThat(CommandRun.of(new NewCommand(), "--programme", plain.toString()).err())
        .startsWith("A kind is needed: interview,");
  }

  private void programme(String path) throws Exception {
    git.add(path + "/research/programme.yml", "title: Illustrative research\n");
  }

  private CommandRun install(String programme) {
    return CommandRun.ofFortnight(
        "new", "hook", "--programme", git.folder().resolve(programme).toString());
  }

  private Path hook() {
    return git.folder().resolve(".git/hooks/pre-commit");
  }

  private GitFolder.Ended commit(String... arguments) throws Exception {
    return commit(Map.of("PATH", path()), arguments);
  }

  private GitFolder.Ended commit(Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "commit", "--quiet", "--message", "Change"));
    command.addAll(List.of(arguments));
    return git.run(environment, command);
  }

  /** Where git finds Fortnight. */
  private String path() throws IOException {
    return GitFolder.command(folder.resolve("bin"), "fortnight", "") + ":" + System.getenv("PATH");
  }
}
