package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.privacy.Participant;
import dev.fortnight.privacy.Register;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import dev.fortnight.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlancePagesTest {

  private static final Clock FIRST = at("2026-11-13T14:30:00Z");
  private static final Clock SECOND = at("2026-11-20T09:00:00Z");
  private static final Freshness FRESH = new Freshness(List.of(), List.of());

  @TempDir private Path folder;
  private SmallProgramme programme;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    programme = SmallProgramme.in(folder.resolve("programme"));
    programme.write(
        "assumptions/nobody-answers.md", "---\ntitle: Nobody answers\n---\nWe think so.\n");
    database = Database.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sessionsAreCountedByTheSprintInWhichTheyWereHeld() throws IOException {
    session("2026-11-16-desk", "consent: public\nmethod: desk-research");
    session("2026-11-18-mayor", "consent: internal\nmethod: interview");
    session("2026-11-27-later", "consent: public\nmethod: workshop");

    SprintPage page = sprint(SECOND);

    assertThat(page.held()).isEqualTo("2 sessions in this sprint. 1 in the one before, 3 in all.");
    assertThat(page.methods()).isEqualTo("By method: desk research: 1, not told: 1.");
    assertThat(page.sessions())
        .containsExactly(
            new SprintPage.Session(
                "research/interviews/2026-11-18-mayor.md", "", "18 November 2026"),
            new SprintPage.Session("2026-11-16-desk", "", "16 November 2026"));
  }

  @Test
  void anAssumptionIsToldWithWhatMovedSinceTheNewestEdition() throws IOException {
    programme.signOff(database, FIRST);
    programme.write(
        SmallProgramme.FINDING,
        """
        ---
        title: Somebody has to answer the phone
        supports: [nobody-answers]
        evidence: [interviews/2026-11-10-clerk#q1]
        ---
        Text.
        """);
    programme.write(
        SmallProgramme.SESSION,
        """
        ---
        title: A clerk
        consent: public
        participants: [P01]
        ---
        > We would share it if somebody answered.
        {: #q1 .evidence supports="nobody-answers"}
        """);
    programme.write("assumptions/new-one.md", "---\ntitle: A new one\n---\nWe think so.\n");

    assertThat(sprint(SECOND).assumptions())
        .containsExactly(
            new AssumptionLine(
                "A new one",
                "/site/working/assumptions/new-one/",
                "Not tested yet",
                "0 people for it, 0 against",
                "Not in edition 1",
                List.of()),
            new AssumptionLine(
                "Nobody answers",
                "/site/working/assumptions/nobody-answers/",
                "We lean towards it",
                "1 person for it, 0 against",
                "In edition 1: Not tested yet",
                List.of(
                    new AssumptionLine.NoteLink(
                        "Somebody has to answer the phone",
                        "/site/working/findings/phones-matter/"))));
  }

  @Test
  void whatIsLateIsSaidWithWhatToDo() throws IOException {
    session("2026-11-09-mayor", "consent: public\nconsent_expires: 2026-11-12");
    session("2026-11-10-baker", "consent: public\nconsent_expires: 2026-11-27");
    session("2026-11-11-miller", "consent: public\nconsent_expires: 2026-11-28");

    String ask = "Ask the participant again, and write down until when they agree.";
    assertThat(sprint(FIRST).late())
        .containsExactly(
            new Late(
                "7 items are still open. The review was on Friday 13 November 2026 at 14:00.",
                "",
                "/"),
            new Late(
                "The consent for research/interviews/2026-11-09-mayor.md ran out on 12 November"
                    + " 2026.",
                ask,
                ""),
            new Late("The consent for 2026-11-10-baker runs out on 27 November 2026.", ask, ""));
  }

  @Test
  void nothingIsLateBeforeTheReviewNorWhenItIsSignedOff() {
    assertThat(sprint(at("2026-11-13T13:59:59Z")).late()).isEmpty();
    programme.signOff(database, FIRST);
    assertThat(sprint(FIRST).late()).isEmpty();
    assertThat(sprint(SECOND).late()).isEmpty();
    assertThat(sprint(at("2026-11-30T09:00:00Z")).late())
        .extracting(Late::what)
        .containsExactly("Sprint 2 ended without an edition.");
  }

  @Test
  void aNoteSaysWhereItStandsAndWhy() throws IOException {
    session("2026-11-11-mayor", "consent: internal");
    session("2026-11-12-nobody", "method: interview");
    Cycle cycle = programme.cycle(database, FIRST);
    cycle.hold(cycle.review(), SmallProgramme.FINDING, "Ada", "Not yet.");
    cycle.approve(cycle.review(), java.util.Set.of(SmallProgramme.SESSION), "Ada");

    assertThat(notes("").notes())
        .extracting(NotesPage.Line::title, NotesPage.Line::state, NotesPage.Line::facts)
        .containsExactly(
            line(
                "research/interviews/2026-11-12-nobody.md",
                "Left out",
                "Session · 12 November 2026 · Consent: missing · 1 problem"),
            line(
                "research/interviews/2026-11-11-mayor.md",
                "Not public",
                "Session · 11 November 2026 · Consent: internal"),
            line("A clerk", "Approved", "Session · 10 November 2026 · Consent: public"),
            line("Nobody answers", "New", "Assumption"),
            line("Somebody has to answer the phone", "Held", "Finding"));
    assertThat(notes("findings").notes())
        .extracting(NotesPage.Line::title)
        .containsExactly("Somebody has to answer the phone");
    assertThat(notes("findings'--").found()).isEqualTo("5 notes.");
  }

  private static org.assertj.core.groups.Tuple line(String... said) {
    return org.assertj.core.groups.Tuple.tuple((Object[]) said);
  }

  @Test
  void nobodyIsNamedByTheirNotesTitleOrFile() throws IOException {
    session("2026-11-11-jane-zanzibaricanary", "consent: internal\nconsent_expires: 2026-11-12");
    session(
        "2026-11-12-desk",
        "consent: public\nmethod: with Jane Zanzibaricanary\nconsent_expires: 2026-11-20");
    Glance glance = glance(FIRST);

    String all =
        List.of(
                sprint(FIRST),
                NotesPage.of(glance, "", 1, FRESH),
                BacklogPage.of(glance, FRESH),
                AssumptionsPage.of(glance, FRESH),
                EditionsPage.of(glance, FRESH))
            .toString();

    assertThat(all.toLowerCase())
        .doesNotContain("zanzibaricanary")
        .contains("research/interviews/(a file whose name is personal)");
  }

  @Test
  void topicsAreListedByStateWithTheWorkOnThem() throws IOException {
    programme.describe("backlog: {file: backlog.json}\n");
    programme.write(
        "backlog.json",
        """
        [{"number": 7, "title": "Who <answers>?", "state": "open", "body": "",
          "labels": [{"name": "research"}], "html_url": "https://github.com/council/shared/issues/7",
          "created_at": "2026-11-12T09:00:00Z", "updated_at": "2026-11-12T09:00:00Z"},
         {"number": 8, "title": "Who pays?", "state": "closed", "body": "", "labels": [],
          "html_url": "https://github.com/council/shared/issues/8",
          "created_at": "2026-10-12T09:00:00Z", "updated_at": "2026-11-12T09:00:00Z",
          "closed_at": "2026-11-12T09:00:00Z"}]
        """);
    session("2026-11-11-mayor", "consent: internal\ntopics: [7]");

    assertThat(BacklogPage.of(glance(FIRST), FRESH))
        .isEqualTo(
            new BacklogPage(
                "Shared software",
                "1 open, 1 closed",
                List.of(
                    new BacklogPage.Group(
                        "Open",
                        List.of(
                            new BacklogPage.Line(
                                "7",
                                "Who <answers>?",
                                "/site/working/topics/7/",
                                "https://github.com/council/shared/issues/7",
                                List.of("research"),
                                "Opened on 12 November 2026, 1 session, 0 findings"))),
                    new BacklogPage.Group(
                        "Closed",
                        List.of(
                            new BacklogPage.Line(
                                "8",
                                "Who pays?",
                                "/site/working/topics/8/",
                                "https://github.com/council/shared/issues/8",
                                List.of(),
                                "Opened on 12 October 2026, closed on 12 November 2026, 0"
                                    + " sessions, 0 findings")))),
                FRESH));
    SprintPage page = sprint(FIRST);
    assertThat(page.topics())
        .containsExactly(
            new SprintPage.TopicCount("Open", 1, 1, "0"),
            new SprintPage.TopicCount("Closed", 0, 1, "+1"));
    assertThat(page.moved())
        .containsExactly(
            new SprintPage.Moved("New", "Who <answers>?", "/site/working/topics/7/"),
            new SprintPage.Moved("Closed", "Who pays?", "/site/working/topics/8/"));
  }

  @Test
  void noBrowserIsSentToAnAddressThatIsNone() {
    for (String address :
        List.of("javascript:alert(1)", "http://github.com/x", "//github.com/x", "data:,x")) {
      Topic topic = TopicMovesTest.at(address);
      assertThat(Glance.source(topic)).as(address).isEmpty();
    }
    assertThat(Glance.source(TopicMovesTest.at("https://github.com/x")))
        .isEqualTo("https://github.com/x");
  }

  @Test
  void editionsAreListedWithWhatTheyChanged() {
    programme.signOff(database, FIRST);

    assertThat(EditionsPage.of(glance(SECOND), FRESH).editions())
        .containsExactly(
            new EditionsPage.Line(
                "Edition 1",
                "/site/editions/1/",
                "Closed sprint 1. Signed off by Owner on 13 November 2026.",
                "3 new, 0 changed, 0 removed.",
                "In its sprint 5 were approved and 0 held.",
                List.of()));
  }

  @Test
  void aPageSaysHowFreshItIs() throws IOException {
    programme.describe("backlog: {github: {repositories: [council/shared]}}\n");
    Instant now = FIRST.instant();
    Freshness.Sync sync =
        new Freshness.Sync(
            Optional.of(now.minusSeconds(100)),
            now.plusSeconds(200),
            Optional.of(1),
            Optional.of(now.plusSeconds(1800)));

    assertThat(freshness(sync, now).lines())
        .containsExactly(
            new Freshness.Line("Notes", "Read on 13 November 2026 at 14:30. Next in 1 minute."),
            new Freshness.Line(
                "Topics", "Synced with GitHub on 13 November 2026 at 14:28. Next in 4 minutes."),
            new Freshness.Line(
                "GitHub’s limit",
                "1 request left. All of them again on 13 November 2026 at 15:00."),
            new Freshness.Line("Problems", "Left out: 0. Questions: 0. Warnings: 1."));
    assertThat(freshness(Freshness.Sync.NONE, now).lines())
        .contains(
            new Freshness.Line("Topics", "Not synced with GitHub yet. Next at once."),
            new Freshness.Line(
                "GitHub’s limit", "GitHub has not said yet how many requests it allows."));
  }

  private Freshness freshness(Freshness.Sync sync, Instant now) {
    RefreshState state =
        new RefreshState(Optional.of(glance(FIRST).standing()), List.of(), List.of());
    return Freshness.of(state, now.plusSeconds(60), sync, now);
  }

  private void session(String name, String keys) throws IOException {
    programme.write(
        "interviews/" + name + ".md", "---\ntitle: " + name + "\n" + keys + "\n---\nText.\n");
  }

  private NotesPage notes(String kind) {
    return NotesPage.of(glance(FIRST), kind, 1, FRESH);
  }

  private SprintPage sprint(Clock clock) {
    Glance glance = glance(clock);
    TopicMoves moves =
        TopicMoves.since(SprintPage.first(glance), glance.newest().snapshot().topics(), List.of());
    return SprintPage.of(glance, moves, List.of(), FRESH);
  }

  private Glance glance(Clock clock) {
    Cycle cycle = programme.cycle(database, clock, jane());
    Standing standing =
        new Standing(
            cycle.newest().programme(),
            cycle.review(),
            cycle.editionOfSprint().isPresent(),
            cycle.undoWindow(),
            new SprintCalendar(cycle.newest().programme().cycle())
                .sprint(cycle.sprint().number() + 1),
            cycle.problems(),
            Optional.empty(),
            3,
            0,
            cycle.newestEdition().map(ApprovedEdition::facts),
            clock.instant());
    return new Glance(cycle.newest(), cycle.graph(), standing, List.of(), clock.instant());
  }

  private static Register jane() {
    return new Register(
        List.of(
            new Participant(
                "P07",
                "Jane Zanzibaricanary",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of())));
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
