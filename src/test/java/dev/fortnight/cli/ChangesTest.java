package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a commit or a branch changes is asked about. */
class ChangesTest {

  private static final String GOOD = "---\nconsent: internal\n---\nText.\n";
  private static final String BAD = "---\nconsent: yes\n---\nText.\n";

  @TempDir Path folder;
  private GitFolder git;

  @BeforeEach
  void begin() throws Exception {
    git = GitFolder.begun(folder.resolve("repository"));
    git.add("research/programme.yml", "title: Illustrative research\n");
  }

  @Test
  void firstCommitIsChecked() throws Exception {
    git.add("research/interviews/a.md", BAD);

    CommandRun run = check("--staged");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            research/interviews/a.md
              error, line 2 (consent)
                consent: yes
                         ^^^
                consent is not one of the words that Fortnight knows, so this note is not published.
                Use one of public, findings-only, internal, withdrawn.

            1 note with problems: 1 error, 0 warnings.
            """);
  }

  @Test
  void indexIsJudgedAndNotTheWorkingTree() throws Exception {
    git.add("research/interviews/a.md", BAD);
    git.write("research/interviews/a.md", GOOD);
    assertThat(check("--staged").status()).isEqualTo(1);

    git.add("research/interviews/a.md", GOOD);
    git.write("research/interviews/a.md", BAD);
    assertThat(check("--staged")).isEqualTo(new CommandRun(0, "1 note is fine.\n", ""));
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    git.add("research/interviews/a.md", BAD);

    check("--staged");

    try (Stream<Path> files = Files.list(git.folder().resolve(".git"))) {
      assertThat(files.filter(file -> file.toString().contains("staged"))).isEmpty();
    }
  }

  @Test
  void referencesLeadToWhatIsInTheIndexAlready() throws Exception {
    git.add("research/assumptions/risk.md", "Text.\n");
    git.add("research/interviews/old.md", BAD);
    git.commit();
    git.add("research/findings/a.md", "---\nsupports: risk\n---\nText.\n");

    assertThat(check("--staged")).isEqualTo(new CommandRun(0, "1 note is fine.\n", ""));
  }

  @Test
  void onlyChangedLinesCount() throws Exception {
    git.add("research/findings/a.md", "---\ntitle: A\n---\n[a](no-a.md)\n\n[b](no-b.md)\n");
    git.commit();
    git.add(
        "research/findings/a.md",
        "---\ntitle: A\n---\n[a](no-a.md)\n\n[b](no-b.md)\n\n[c](no-c.md)\n");

    assertThat(check("--staged").out())
        .contains("warning, line 8 (link)\n")
        .endsWith("\n1 note with problems: 0 errors, 1 warning.\n");
  }

  @Test
  void consentThatIsTakenOutCounts() throws Exception {
    git.add("research/interviews/a.md", "---\ntitle: A\nconsent: internal\nrole: x\n---\nText.\n");
    git.commit();
    git.add("research/interviews/a.md", "---\ntitle: A\nrole: x\n---\nText.\n");

    assertThat(check("--staged").out()).contains("consent is missing");
  }

  @Test
  void renamedNoteKeepsItsLines() throws Exception {
    String text = "---\ntitle: A\n---\n" + "Long text.\n".repeat(20) + "[a](no-a.md)\n";
    git.add("research/findings/a.md", text);
    git.add("research/drafts/b.txt", text.replace("Long", "Other"));
    git.commit();
    git.git("mv", "research/findings/a.md", "research/findings/c.md");
    assertThat(check("--staged").out()).isEqualTo("1 note is fine.\n");

    git.git("mv", "research/drafts/b.txt", "research/findings/b.md");
    assertThat(check("--staged").out())
        .startsWith("research/findings/b.md\n  warning, line 24 (link)")
        .endsWith("\n1 note with problems: 0 errors, 1 warning. 1 note is fine.\n");
  }

  @Test
  void fileThatIsOnlyMeantToBeAddedIsNotInTheCommit() throws Exception {
    git.commit();
    git.write("research/interviews/a.md", BAD);
    git.git("add", "--intent-to-add", "research/interviews/a.md");

    assertThat(check("--staged").status()).isZero();
  }

  @Test
  void linksAreRefusedAndSubmodulesLeftAlone() throws Exception {
    git.commit();
    Files.createDirectories(git.folder().resolve("research/interviews"));
    Files.createSymbolicLink(
        git.folder().resolve("research/interviews/a.md"), Path.of("/etc/passwd"));
    git.git("add", "research/interviews/a.md");
    git.git(
        "update-index",
        "--add",
        "--cacheinfo",
        "160000," + git.git("rev-parse", "HEAD").strip() + ",research/interviews/module");

    CommandRun run = check("--staged");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("research/interviews/a.md\n  error (front-matter)\n    this is a link")
        .endsWith("\n1 note with problems: 1 error, 0 warnings.\n");
  }

  @Test
  void lineEndsOfTheWorkingTreeAreNoChange() throws Exception {
    git.add("research/findings/a.md", "---\ntitle: A\n---\n[a](no-a.md)\nText.\n");
    git.commit();
    git.git("config", "core.autocrlf", "true");
    git.write(
        "research/findings/a.md",
        "---\r\ntitle: A\r\n---\r\n[a](no-a.md)\r\nText.\r\n[b](no-b.md)\r\n");

    assertThat(check("--changed-since", "HEAD").out())
        .contains("line 6 (link)")
        .doesNotContain("line 4");
    git.git("add", "research");
    assertThat(check("--staged").out()).contains("line 6 (link)").doesNotContain("line 4");
  }

  @Test
  void mergeIsCheckedOnceItsConflictsAreResolved() throws Exception {
    git.add("research/interviews/a.md", GOOD);
    git.commit();
    git.git("checkout", "--quiet", "-b", "other");
    git.add("research/interviews/a.md", GOOD + "Theirs.\n");
    git.commit();
    git.git("checkout", "--quiet", "main");
    git.add("research/interviews/a.md", GOOD + "Ours.\n");
    git.commit();
    git.run(Map.of(), List.of("git", "merge", "other"));

    assertThat(CommandRun.ofFortnight("check", "--staged", "--programme", git.folder().toString()))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "fortnight: research/interviews/a.md is in conflict, so what is staged cannot be"
                    + " checked. Resolve the conflict and 'git add' the file.\n"));
    git.add("research/interviews/a.md", BAD);
    assertThat(check("--staged").status()).isEqualTo(1);
  }

  @Test
  void programmeInAFolderOfALinkedWorkingTreeIsChecked() throws Exception {
    git.commit();
    git.git("worktree", "add", "--quiet", "-b", "linked", folder.resolve("linked tree").toString());
    GitFolder linked = new GitFolder(folder.resolve("linked tree"));
    linked.add("my notes/research/programme.yml", "title: Illustrative research\n");
    linked.add("my notes/research/interviews/a.md", BAD);
    linked.add("research/interviews/other-programme.md", BAD);

    CommandRun run =
        CommandRun.of(
            new CheckCommand(),
            "--staged",
            "--programme",
            linked.folder().resolve("my notes").toString());

    assertThat(run.out()).endsWith("\n1 note with problems: 1 error, 0 warnings.\n");
    assertThat(check("--staged").out()).isEqualTo("No notes have changed.\n");
  }

  @Test
  void branchAnswersForItsOwnLinesOnly() throws Exception {
    git.add("research/findings/a.md", "---\ntitle: A\n---\n[a](no-a.md)\n\nText.\n");
    git.commit();
    git.git("checkout", "--quiet", "-b", "branch");
    git.add("research/findings/a.md", "---\ntitle: A\n---\n[a](no-a.md)\n\n[b](no-b.md)\n");
    git.commit();
    git.git("checkout", "--quiet", "main");
    git.add("research/interviews/theirs.md", BAD);
    git.commit();
    git.git("checkout", "--quiet", "branch");

    assertThat(check("--changed-since", "main").out())
        .contains("warning, line 6 (link)\n")
        .endsWith("\n1 note with problems: 0 errors, 1 warning.\n");
    assertThat(check("--changed-since", "HEAD").out()).isEqualTo("No notes have changed.\n");
    assertThat(check("--changed-since", "HEAD", "--format", "json").out())
        .isEqualTo("{\n  \"problems\" : [ ]\n}\n");
  }

  @Test
  void revisionThatIsNotThereIsWrongUsage() throws Exception {
    git.commit();

    for (String revision : new String[] {"nowhere", "0".repeat(40), "a..b", "HEAD^{tree}", ""}) {
      assertThat(check("--changed-since=" + revision))
          .satisfies(run -> assertThat(run.status()).as(revision).isEqualTo(2))
          .satisfies(
              run ->
                  assertThat(run.err()).startsWith("There is no commit '" + revision + "' here."));
    }
    git.git("checkout", "--quiet", "--orphan", "alone");
    git.add("research/interviews/alone.md", GOOD);
    git.commit();
    assertThat(check("--changed-since", "main").err())
        .startsWith("HEAD and 'main' have no commit in common that is here.");
  }

  @Test
  void folderOutsideGitIsWrongUsage() throws IOException {
    Path plain = folder.resolve("plain");
    Files.createDirectories(plain.resolve("research"));
    Files.writeString(plain.resolve("research/programme.yml"), "title: Illustrative research\n");

    CommandRun run = CommandRun.of(new CheckCommand(), "--staged", "--programme", plain.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "--staged needs a git repository, and the programme's folder is in none. Run 'git"
                + " init', or leave the option out.\n");
    assertThat(check("--staged", "--changed-since", "HEAD").status()).isEqualTo(2);
  }

  @Test
  void programmeThatIsNotStagedIsToldHowToBe() throws Exception {
    git.git("rm", "--quiet", "--cached", "research/programme.yml");
    assertThat(check("--staged").out()).isEqualTo("No notes have changed.\n");

    git.add("research/interviews/a.md", GOOD);
    assertThat(check("--staged").err())
        .startsWith("Git's index has no research/programme.yml, so what is staged cannot be");
  }

  private CommandRun check(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--programme";
    all[1] = git.folder().toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(new CheckCommand(), all);
  }
}
