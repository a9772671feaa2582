package dev.fortnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.SourceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a researcher begins a note with. */
class NewCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProgramme() throws IOException {
    write("programme.yml", "title: T\ncycle: {first: 2026-11-02, zone: Europe/London}\n");
  }

  @Test
  void weeknoteKnowsItsDateWeekAndSprint() throws IOException {
    CommandRun run = create("2026-11-20T15:00:00Z", "weeknote", "--topic", "3", "--topic", "7");

    assertThat(run).isEqualTo(new CommandRun(0, file("weeknotes/2026-11-20-week-3.md") + "\n", ""));
    assertThat(file("weeknotes/2026-11-20-week-3.md"))
        .content()
        .startsWith(
            """
            ---
            title: "Week 3, sprint 2"
            date: 2026-11-20
            topics: [3, 7]
            ---
            """);
  }

  @Test
  void weeknoteCanSayWhatItIsAbout() {
    create("2026-11-06T15:00:00Z", "weeknote", "--title", "we began");

    assertThat(note("weeknotes/2026-11-06-week-1.md").title())
        .isEqualTo("Week 1, sprint 1: we began");
  }

  @Test
  void weeksBeforeTheFirstDayAreTheFirst() {
    assertThat(create("2026-10-01T15:00:00Z", "weeknote").out()).endsWith("2026-10-01-week-1.md\n");
  }

  @Test
  void todayIsThatOfTheProgrammesZone() throws IOException {
    write("programme.yml", "title: T\ncycle: {first: 2026-11-02, zone: Pacific/Auckland}\n");

    assertThat(create("2026-11-20T15:00:00Z", "interview", "--title", "Architect").out())
        .endsWith("/interviews/2026-11-21-architect.md\n");
  }

  @Test
  void whereAnybodyCanReadTheNotesAnInterviewIsPublicAndSaysWhatCommittingMeans()
      throws IOException {
    write(
        "programme.yml",
        "title: T\ncycle: {first: 2026-11-02, zone: Europe/London}\nnotes: {public: true}\n");

    create("2026-11-20T15:00:00Z", "interview", "--title", "Architect");

    assertThat(note("interviews/2026-11-20-architect.md").frontMatter().text("consent"))
        .contains("public");
    assertThat(file("interviews/2026-11-20-architect.md"))
        .content()
        .contains("To commit this note is to publish it")
        .doesNotContain("internal");
  }

  @Test
  void interviewHasTheNextPseudonymAndIsInternal() throws IOException {
    write("interviews/2026-11-03-a.md", "---\nconsent: public\nparticipants: [P02, P09]\n---\n");
    write("interviews/unreadable.md", "---\nparticipants: [P11\n---\n");
    write("weeknotes/w.md", "We met P10 for P14D; P100x and XP99 are something else.\n");

    create("2026-11-10T15:00:00Z", "interview", "--title", "County architect");

    Note note = note("interviews/2026-11-10-county-architect.md");
    assertThat(note.frontMatter().text("consent")).hasValue("internal");
    assertThat(note.frontMatter().texts("participants")).containsExactly("P12");
    assertThat(note.source())
        .contains(
            "\n# Consent is public, findings-only, internal or withdrawn.",
            "{: #q1 .evidence",
            "cited as interviews/2026-11-10-county-architect#q1");
    assertThat(note.evidence()).isEmpty();
  }

  @Test
  void firstInterviewIsOfTheFirstParticipant() {
    create("2026-11-10T15:00:00Z", "interview", "--title", "A");

    assertThat(note("interviews/2026-11-10-a.md").frontMatter().texts("participants"))
        .containsExactly("P01");
  }

  @Test
  void findingListsTheAssumptions() throws IOException {
    write("assumptions/reuse-risk.md", "Text.\n");
    write("assumptions/no-roadmap.md", "Text.\n");
    write("assumptions/hostile.md", "---\nslug: \"a\\nconsent: public\"\n---\nText.\n");

    create("2026-11-10T15:00:00Z", "finding", "--title", "Councils wait");

    assertThat(file("findings/councils-wait.md"))
        .content()
        .contains(
            """
            # Names of assumptions. Those there are:
            #   no-roadmap
            #   reuse-risk
            supports: []
            """);
  }

  @ParameterizedTest
  @EnumSource
  void whatItWritesPassesTheCheck(NoteKind kind) {
    assertThat(create("2026-11-10T15:00:00Z", kind.word(), "--title", "Con").status()).isZero();

    assertThat(CommandRun.of(new CheckCommand(), "--programme", folder.toString()))
        .isEqualTo(new CommandRun(0, "1 note is fine.\n", ""));
  }

  @ParameterizedTest
  @EnumSource
  void hintsAreNeverPublished(NoteKind kind) throws IOException {
    create("2026-11-10T15:00:00Z", kind.word(), "--title", "A title");
    Path site = folder.resolve("out");

    CommandRun.of(new BuildCommand(), "--programme", folder.toString(), "--out", site.toString());

    try (Stream<Path> pages = Files.walk(site)) {
      for (Path page : pages.filter(path -> path.toString().matches(".*(html|xml)")).toList()) {
        assertThat(page).content().doesNotContain("One or two sentences", "&lt;!--", "We assume");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Say \"who\" answers: and until when #1",
        "it's [a] {list}, - & *x \\ \\n ${date} $1",
        "'quoted'",
        "-- yes",
        "Ümläuts and 市议会",
        "null",
        "zero\u200dwidth \ufeff mark \u202e"
      })
  void anyTitleIsValidYaml(String title) {
    CommandRun run = create("2026-11-10T15:00:00Z", "page", "--title=" + title);

    assertThat(run.err()).isEmpty();
    assertThat(new SourceFolder(folder).notes().problems()).isEmpty();
    assertThat(new SourceFolder(folder).notes().notes())
        .extracting(Note::title)
        .containsExactly(title);
  }

  @Test
  void lineBreaksInATitleBecomeSpaces() {
    create("2026-11-10T15:00:00Z", "page", "--title", " How\r\nwe\twork\u2028now\u0000 ");

    assertThat(note("pages/how-we-work-now.md").title()).isEqualTo("How we work now");
  }

  @Test
  void longTitlesAreCutBetweenWordsInTheFileName() {
    create(
        "2026-11-10T15:00:00Z",
        "finding",
        "--title",
        "Councils don't publish because nobody ever asked them to publish anything");

    assertThat(file("findings/councils-dont-publish-because-nobody-ever-asked.md")).exists();
  }

  @Test
  void noteThatIsThereIsKept() throws IOException {
    write("pages/about.md", "mine");

    StringWriter err = new StringWriter();

    int status =
        Fortnight.run(
            new String[] {"new", "page", "--title", "About", "--programme", folder.toString()},
            new PrintWriter(new StringWriter()),
            new PrintWriter(err));

    assertThat(status).isEqualTo(3);
    assertThat(err)
        .hasToString(
            "fortnight: research/pages/about.md exists already. Go on writing it, or give another"
                + " --title.\n");
    assertThat(file("pages/about.md")).hasContent("mine");
  }

  @Test
  void wrongUsageIsToldInOneLine() {
    assertThat(create("2026-11-10T15:00:00Z", "finding"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).startsWith("A title is needed: --title TEXT.\n"));
    assertThat(create("2026-11-10T15:00:00Z", "findng", "--title", "A").err())
        .contains("there is no kind 'findng'. Did you mean 'finding'?\n");
    assertThat(create("2026-11-10T15:00:00Z", "page", "--title", "???").err())
        .startsWith("The title has no letter or digit that could name a file.\n");
    assertThat(create("2026-11-10T15:00:00Z", "page", "--title", "a".repeat(201)).err())
        .startsWith("The title is longer than 200 characters.\n");
    assertThat(create("2026-11-10T15:00:00Z", "page", "--title", "A", "--topic", "0").err())
        .startsWith("--topic is the number of an issue, from 1.\n");
  }

  private CommandRun create(String now, String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--programme";
    all[arguments.length + 1] = folder.toString();
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return CommandRun.of(new NewCommand(clock), all);
  }

  private Note note(String path) {
    return new SourceFolder(folder)
        .notes().notes().stream()
            .filter(note -> note.path().equals(path))
            .findFirst()
            .orElseThrow();
  }

  private Path file(String path) {
    return folder.resolve("research").resolve(path);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.writeString(file(path), text);
  }
}
