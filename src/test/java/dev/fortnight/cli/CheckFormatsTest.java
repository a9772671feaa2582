package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor and a pull request are told. */
class CheckFormatsTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProgramme() throws IOException {
    write("programme.yml", "title: Invented research\n");
    write("weeknotes/2026-11-06-week-1.md", "---\ntitle: Week 1\n---\nWe began.\n");
  }

  @Test
  void sarifSaysAllOfAProblem() throws IOException {
    write("findings/a b.md", "---\ntitle: 🍮\nsupports:  no-such \n---\nText.\n");
    write("interviews/b.md", "---\nconsent: yes\n---\n");

    CommandRun run = check("--format", "sarif");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            {
              "$schema" : "https://json.schemastore.org/sarif-2.1.0.json",
              "version" : "2.1.0",
              "runs" : [
                {
                  "tool" : {
                    "driver" : {
                      "name" : "Fortnight",
                      "version" : "%s",
                      "rules" : [
                        {
                          "id" : "consent",
                          "shortDescription" : {
                            "text" : "An interview says what its participants agreed to."
                          }
                        },
                        {
                          "id" : "reference",
                          "shortDescription" : {
                            "text" : "What a note refers to is there."
                          }
                        }
                      ]
                    }
                  },
                  "columnKind" : "unicodeCodePoints",
                  "originalUriBaseIds" : {
                    "%%SRCROOT%%" : {
                      "description" : {
                        "text" : "The root of the source files."
                      }
                    }
                  },
                  "results" : [
                    {
                      "ruleId" : "reference",
                      "ruleIndex" : 1,
                      "level" : "warning",
                      "message" : {
                        "text" : "there is no assumption 'no-such', so it is not shown. Correct the name, or add what it refers to."
                      },
                      "locations" : [
                        {
                          "physicalLocation" : {
                            "artifactLocation" : {
                              "uri" : "research/findings/a%%20b.md",
                              "uriBaseId" : "%%SRCROOT%%"
                            },
                            "region" : {
                              "startLine" : 3,
                              "startColumn" : 12,
                              "endColumn" : 19,
                              "charOffset" : 24,
                              "charLength" : 7
                            }
                          }
                        }
                      ],
                      "partialFingerprints" : {
                        "fortnight/v1" : "reference:research/findings/a%%20b.md:1"
                      },
                      "properties" : {
                        "severity" : "warning"
                      }
                    },
                    {
                      "ruleId" : "consent",
                      "ruleIndex" : 0,
                      "level" : "error",
                      "message" : {
                        "text" : "consent is not one of the words that Fortnight knows, so this note is not published. Use one of public, findings-only, internal, withdrawn."
                      },
                      "locations" : [
                        {
                          "physicalLocation" : {
                            "artifactLocation" : {
                              "uri" : "research/interviews/b.md",
                              "uriBaseId" : "%%SRCROOT%%"
                            },
                            "region" : {
                              "startLine" : 2,
                              "startColumn" : 10,
                              "endColumn" : 13,
                              "charOffset" : 13,
                              "charLength" : 3
                            }
                          }
                        }
                      ],
                      "partialFingerprints" : {
                        "fortnight/v1" : "consent:research/interviews/b.md:1"
                      },
                      "properties" : {
                        "severity" : "error"
                      }
                    }
                  ]
                }
              ]
            }
            """
                .formatted(Version.number()));
    assertValid(run.out());
  }

  @Test
  void sarifOfNothingIsARunWithoutResults() {
    CommandRun run = check("--format", "sarif");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"rules\" : [ ]", "\"results\" : [ ]");
    assertValid(run.out());
  }

  @Test
  void questionIsAWarningThatSaysSo() {
    String sarif = print(CheckFormat.sarif, question(SourceLocation.file("topic 4")));

    assertThat(sarif)
        .contains("\"level\" : \"warning\"", "\"severity\" : \"question\"")
        .contains("\"logicalLocations\" : [", "\"name\" : \"topic 4\"", "\"kind\" : \"topic\"")
        .doesNotContain("physicalLocation");
    assertValid(sarif);
    assertThat(print(CheckFormat.github, question(SourceLocation.file("topic 4"))))
        .startsWith(
            "::warning title=question (personal-data)::topic 4: this may name somebody. Ask.\n");
  }

  @Test
  void offsetsAreLeftOutWhereProgramsDifferAboutAByteOrderMark() throws IOException {
    write("findings/a.md", "\uFEFF---\r\ntitle: A\r\nsupports: no-such\r\n---\r\nText.\r\n");

    String sarif = check("--format", "sarif").out();

    assertThat(sarif)
        .contains("\"startLine\" : 3,", "\"endColumn\" : 18\n")
        .doesNotContain("charOffset");
    assertValid(sarif);
  }

  @Test
  void problemOfAWholeFileHasNoRegion() {
    String sarif = print(CheckFormat.sarif, question(SourceLocation.file("research/media/a.png")));

    assertThat(sarif).contains("/media/").doesNotContain("region");
    assertValid(sarif);
  }

  @Test
  void pathsAreThoseOfTheRepository() throws Exception {
    Path programme = Files.createDirectories(folder.resolve("notes: 100%"));
    Files.move(folder.resolve("research"), programme.resolve("research"));
    Git.init().setDirectory(folder.toFile()).call().close();
    Files.createDirectories(programme.resolve("research/findings"));
    Files.writeString(programme.resolve("research/findings/a,é.md"), "---\n---\n# A\n{{ x }}\n");

    assertThat(
            CommandRun.of(
                    new CheckCommand(), "--programme", programme.toString(), "--format", "github")
                .out())
        .isEqualTo(
            """
            ::notice file=notes%3A 100%25/research/findings/a%2Cé.md,line=4,endLine=4,col=1,endColumn=8,title=warning (liquid)::Liquid in a note is not evaluated and shows as it is written. Write the text, the link or the image itself.
            1 note with problems: 0 errors, 1 warning. 1 note is fine.
            """);
    assertThat(
            CommandRun.of(
                    new CheckCommand(), "--programme", programme.toString(), "--format", "sarif")
                .out())
        .contains("\"uri\" : \"notes%3A%20100%25/research/findings/a%2C%C3%A9.md\"");
  }

  @Test
  void hostileNamesCannotInjectACommand() throws IOException {
    write("findings/a\n::error::owned\r%0A.md", "Text.\n");
    write(
        "findings/b\u001b[2J::error::owned%0A::x,line=9.md",
        "---\nsupports: \"x\\n::error::owned ##[error]\"\n---\nText.\n");

    String github = check("--format", "github").out();
    String sarif = check("--format", "sarif").out();

    assertThat(github)
        .isEqualTo(
            """
            ::notice file=research/findings/a�%3A%3Aerror%3A%3Aowned�%250A.md,line=1,endLine=1,title=warning (folder)::this file's name has characters that a note's cannot have, so it is not published. Rename it.
            ::notice file=research/findings/b·[2J%3A%3Aerror%3A%3Aowned%250A%3A%3Ax%2Cline=9.md,line=2,endLine=2,col=11,endColumn=40,title=warning (reference)::there is no such assumption, so it is not shown. Correct the name, or add what it refers to.
            2 notes with problems: 0 errors, 2 warnings. 1 note is fine.
            """);
    assertThat(github + sarif).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    assertThat(sarif).contains("/b%1B%5B2J%3A%3Aerror");
    assertValid(sarif);
  }

  /** Checks repeat no such words of a note, and a check to come may do it in error. */
  @Test
  void hostileWordsInAMessageCannotInjectACommand() {
    Problem problem =
        Problem.warning(
            "reference",
            SourceLocation.file("research/findings/a.md"),
            "there is no 'x\n::error::owned\r%0A##[error]'",
            "Ask.\n::error::owned");

    String github = print(CheckFormat.github, problem);
    String sarif = print(CheckFormat.sarif, problem);

    assertThat(github)
        .startsWith(
            "::notice file=research/findings/a.md,line=1,endLine=1,title=warning (reference)::there is"
                + " no 'x·::error::owned·%250A##[error]'. Ask.·::error::owned\n");
    assertThat(github + sarif).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    assertValid(sarif);
  }

  @Test
  void nameOfAFileThatIsPersonalDataIsNotPrinted() throws IOException {
    Path register = folder.resolve("register.yml");
    Files.writeString(register, "participants: [{id: P01, real_name: Quilla Illustrative}]\n");
    write("interviews/a.md", "---\nconsent: internal\n---\nText.\n");
    write("interviews/quilla-illustrative.md", "---\nconsent: public\n---\n{{ x }}\n");
    write("interviews/z.md", "---\nconsent: public\n---\n[a](quilla-illustrative.md)\n");
    write(
        "findings/a.md",
        "---\nsupports: Quilla Illustrative\nevidence: [interviews/quilla-illustrative#q1]\n---\n");

    for (CheckFormat format : CheckFormat.values()) {
      CommandRun run = check("--register", register.toString(), "--format", format.name());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).as(format.name()).doesNotContainIgnoringCase("quilla");
      assertThat(run.out()).contains("(file 2 of 3 by path)");
      assertThat(run.out())
          .matches("(?s)\\{.*|.*3 notes with problems: 4 errors, 3 warnings. 2 notes are fine.\n");
    }
    String sarif = check("--register", register.toString(), "--format", "sarif").out();
    assertThat(sarif).contains("\"uri\" : \"research/interviews/\"");
    assertValid(sarif);
    assertThat(check("--register", register.toString()).out())
        .contains(
            """
            research/findings/a.md
              error, line 2, column 11 (personal-data)
                this names somebody in the register of participants, so this note is not published.
                Write P01 instead.

              warning, line 2, column 11 (reference)
                there is no such assumption, so it is not shown.
                Correct the name, or add what it refers to.

              warning, line 3, column 12 (reference)
                what the check says here is not shown, because it would repeat personal data.
                Take the personal data out, then check again.

            """);
  }

  @Test
  void problemBesideOneOfTopicsSaysWhatItIs() throws IOException {
    write("programme.yml", "title: A\nsumary: B\nbacklog: {github: {repositories: [a/b]}}\n");

    assertThat(check().out())
        .contains("no topics have been fetched from GitHub yet", "'sumary'")
        .doesNotContain("not shown, because");
  }

  @Test
  void eachCheckHasASentence() throws IOException {
    for (String check : CheckNames.inTheSources()) {
      assertThat(Rules.sentence(check))
          .as(check)
          .matches("[A-Zp].*\\.")
          .doesNotContain("'" + check);
    }
  }

  private static Problem question(SourceLocation location) {
    return Problem.question("personal-data", location, "this may name somebody", "Ask.");
  }

  private String print(CheckFormat format, Problem problem) {
    StringWriter out = new StringWriter();
    new CheckReport(
            List.of(problem),
            List.of(),
            "",
            new Discretion(List.of(problem), PersonalDataSearch.NOTHING, folder),
            new SourceFiles(folder),
            folder)
        .print(format, new PrintWriter(out));
    return out.toString();
  }

  /** Against the schema that OASIS publishes. */
  private static void assertValid(String sarif) {
    try (InputStream schema =
        CheckFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema sarifSchema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      assertThat(
              sarifSchema.validate(
                  sarif,
                  InputFormat.JSON,
                  context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
          .isEmpty();
      assertThat(sarifSchema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
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
