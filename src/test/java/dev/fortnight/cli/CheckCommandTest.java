package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a researcher reads, and an editor's plug-in. */
class CheckCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProgramme() throws IOException {
    write("programme.yml", "title: Illustrative research\n");
    write("weeknotes/2026-11-06-week-1.md", "---\ntitle: Week 1\n---\nWe began.\n");
  }

  @Test
  void problemsStandByFileWithTheirLineAndTheRemedyLast() throws IOException {
    write("findings/a.md", "---\ntitle: A\nevidence: [b#q1]\nsupports:   no-such   \n---\nText.\n");
    write("interviews/b.md", "---\nconsent: yes\n---\n");

    assertThat(check())
        .isEqualTo(
            new CommandRun(
                1,
                """
                research/findings/a.md
                  warning, line 3 (reference)
                    evidence: [b#q1]
                               ^^^^
                    there is no evidence 'b#q1', so it is not shown.
                    Correct the name, or add what it refers to.

                  warning, line 4 (reference)
                    supports:   no-such  \s
                                ^^^^^^^
                    there is no assumption 'no-such', so it is not shown.
                    Correct the name, or add what it refers to.

                research/interviews/b.md
                  error, line 2 (consent)
                    consent: yes
                             ^^^
                    consent is not one of the words that Fortnight knows, so this note is not published.
                    Use one of public, findings-only, internal, withdrawn.

                2 notes with problems: 1 error, 2 warnings. 1 note is fine.
                """,
                ""));
  }

  @Test
  void goodNotesNeedOneLine() {
    assertThat(check()).isEqualTo(new CommandRun(0, "1 note is fine.\n", ""));
  }

  @Test
  void programmeWithProblemsIsNoNote() throws IOException {
    write("programme.yml", "title: Illustrative research\nsumary: x\n");

    assertThat(check().out())
        .endsWith("\n1 file with problems: 1 error, 0 warnings. 1 note is fine.\n");
  }

  @Test
  void onlyWhatSomebodyAsksAboutIsPrintedAndCounted() throws IOException {
    write("interviews/a.md", "Text.\n");
    write("findings/b.md", "{{ page.title }}\n");

    assertThat(check("research/findings").out())
        .endsWith("\n1 note with problems: 0 errors, 1 warning.\n");
    assertThat(check("research/findings").status()).isZero();
    assertThat(check("research/findings", "research/weeknotes").out())
        .endsWith("\n1 note with problems: 0 errors, 1 warning. 1 note is fine.\n");
    assertThat(check(folder.resolve("research/interviews/a.md").toString()).status()).isEqualTo(1);
    assertThat(check(folder.toString()).out())
        .endsWith("\n2 notes with problems: 1 error, 1 warning. 1 note is fine.\n");
  }

  @Test
  void pathThatIsNotThereIsWrongUsage() {
    assertThat(check("research/nowhere").status()).isEqualTo(2);
    assertThat(check("research/nowhere").err()).startsWith("There is no 'research/nowhere'.\n");
    assertThat(check("/").err()).startsWith("'/' is not in the programme's folder.\n");
  }

  @Test
  void jsonGivesOffsetsInTheFileAsItIs() throws IOException {
    write(
        "findings/a.md",
        "\uFEFF---\r\ntitle: \"Crème 🍮\"\r\n  \r\nsupports: no-such \r\n---\r\nText.\r\n");

    assertThat(check("--format", "json", "research/findings"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                {
                  "problems" : [
                    {
                      "file" : "research/findings/a.md",
                      "line" : 4,
                      "column" : 11,
                      "start" : 38,
                      "end" : 45,
                      "severity" : "warning",
                      "check" : "reference",
                      "message" : "there is no assumption 'no-such', so it is not shown",
                      "remedy" : "Correct the name, or add what it refers to."
                    }
                  ]
                }
                """,
                ""));
  }

  /** Illustrative. The emoji are two code points and one, the accent is one of its own. */
  @Test
  void placesBehindEmojiAndAccentsAreExact() throws IOException {
    write(
        "findings/a.md",
        "---\r\ntitle: A\r\ntags: [\"Crème 🍮\"]\r\nmeta: {\"é🍮\": 1, topics: [5]}\r\n---\r\n"
            + "👩🏽 cafe\u0301 [here](https://example.org/) é.\r\n");

    assertThat(check("research/findings").out())
        .isEqualTo(
            """
            research/findings/a.md
              warning, line 4 (key)
                meta: {"é🍮": 1, topics: [5]}
                                 ^^^^^^
                'meta.topics' has no effect.
                Did you mean 'topics', at the margin?

              warning, line 6 (link-words)
                👩🏽 café [here](https://example.org/) é.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                the words of this link do not say where it leads.
                Put the link on the words that name its target.

            1 note with problems: 0 errors, 2 warnings.
            """);
    assertThat(check("--format", "json", "research/findings").out())
        .contains(
            """
                  "line" : 4,
                  "column" : 17,
                  "start" : 50,
                  "end" : 56,
            """,
            """
                  "line" : 6,
                  "column" : 10,
                  "start" : 78,
                  "end" : 106,
            """);
  }

  @Test
  void jsonOfAWholeFileStandsAtItsBeginning() throws IOException {
    Path file = folder.resolve("research/findings/a.md");
    Files.createDirectories(file.getParent());
    Files.write(file, "\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    CommandRun run = check("--format", "json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
                  "line" : 1,
                  "column" : 1,
                  "start" : 0,
                  "end" : 0,
                  "severity" : "error",
            """);
  }

  @Test
  void jsonOfNothingIsAnEmptyList() {
    assertThat(check("--format", "json").out()).isEqualTo("{\n  \"problems\" : [ ]\n}\n");
  }

  @Test
  void hostileNoteCannotDriveTheTerminal() throws IOException {
    write(
        "findings/a\u001b[2Jb.md",
        "---\ntitle: \"A\"\nsupports: \"x\\e]0;owned\\a\\u009b31m\\u202e\"\n---\n{{ \u202e\u009b }}\n");

    String text = check().out();
    String json = check("--format", "json").out();

    assertThat(text)
        .contains("research/findings/a·[2Jb.md\n", "there is no such assumption, so")
        .contains("    {{ ·· }}\n    ^^^^^^^^\n");
    assertThat(text + json).doesNotContainPattern("[\\p{Cf}\\p{Cc}&&[^\n]]");
  }

  @Test
  void lineThatNamesAParticipantIsNeverPrinted() throws IOException {
    Path register = folder.resolve("register.yml");
    Files.writeString(register, "participants: [{id: P01, real_name: Quilla Illustrative}]\n");
    write("findings/a.md", "---\ntitle: A\n---\nQuilla Illustrative said {{ page.title }}.\n");
    write("findings/b.md", "---\ntitle: [Quilla Illustrative\n---\nText.\n");
    write(
        "findings/c.md",
        "---\ntitle: C\n---\n{{ x }}\n\nQuilla\nIllustrative [here](https://example.org/)\n");

    CommandRun run = check("--register", register.toString());

    assertThat(run.out())
        .contains(
            """
            research/findings/a.md
              error, line 4, column 1 (personal-data)
                this names somebody in the register of participants, so this note is not published.
                Write P01 instead.

              warning, line 4, column 26 (liquid)
                Liquid in a note is not evaluated and shows as it is written.
                Write the text, the link or the image itself.

            """,
            """
            research/findings/c.md
              warning, line 4 (liquid)
                {{ x }}
                ^^^^^^^
                Liquid in a note is not evaluated and shows as it is written.
                Write the text, the link or the image itself.

              error, line 6, column 1 (personal-data)
                this names somebody in the register of participants, so this note is not published.
                Write P01 instead.

              warning, line 7, column 14 (link-words)
                the words of this link do not say where it leads.
                Put the link on the words that name its target.
            """)
        .doesNotContain("Quilla", "Illustrative");
  }

  @Test
  void lineOfAnIssueThatCannotBeReadIsNotPrinted() throws IOException {
    Path export = folder.resolve("backlog.json");
    Files.writeString(export, "[\n  {\"number\": \"x\", \"title\": \"Quilla Illustrative\"}\n]\n");

    CommandRun text = check("--topics", export.toString());
    CommandRun json = check("--topics", export.toString(), "--format", "json");

    assertThat(text.status()).isEqualTo(1);
    assertThat(text.out())
        .startsWith(export + "\n  error, line 2 (topic)\n    ")
        .endsWith("\n1 file with problems: 1 error, 0 warnings. 1 note is fine.\n");
    assertThat(json.out()).contains("\"line\" : 2,", "\"start\" : 4,", "\"end\" : 51,");
    assertThat(text.out() + json.out()).doesNotContain("Quilla");
  }

  private CommandRun check(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--programme";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(new CheckCommand(), all);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("research").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
