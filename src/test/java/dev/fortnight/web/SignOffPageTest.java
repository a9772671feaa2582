package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.SetClock;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.Introduction;
import dev.fortnight.edition.Review;
import dev.fortnight.store.Database;
import dev.fortnight.web.signin.Person;
import dev.fortnight.web.signin.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of signing off says. */
class SignOffPageTest {

  private static final String NUMBER = "0808-157-0123";
  private static final Session ADA =
      new Session("t", new Person("1", "ada", "Ada", Set.of()), Instant.EPOCH);

  @TempDir Path data;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private Database database;
  private SmallProgramme programme;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(data.resolve("data"));
    programme = SmallProgramme.in(data.resolve("programme"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachKindOfCheckHasARowFromTheBeginning() throws IOException {
    programme.write(
        "pages/how.md", "---\ntitle: How\n---\nCall 0808 157 0123.\n\nLook [here](nowhere.md).\n");

    assertThat(rows(page("")))
        .containsExactly(
            "Open: Decisions. 5 items are not decided yet.",
            "Holds: Consent. Everything that is shown may be shown.",
            "1 problem: Personal data. Look at each of these: only you can tell whether it points to"
                + " somebody.",
            "  How: Line 4: This may be a telephone number, so this note is not published until a"
                + " reviewer has approved it as it is.",
            "1 problem: Links. ",
            "  How: Line 6: This leads to no page of the site, so only the words are shown.",
            "Holds: References. What is new refers to what is there.",
            "1 problem: Accessibility. The pages are looked at when everything is decided.",
            "  How: Line 6: The words of this link do not say where it leads.");
  }

  @Test
  void whatHoldsCanBeSignedAndSaysHowItIsTold() {
    approve();
    SignOffPage page = page("The phone it is.");

    assertThat(page.canSign()).isTrue();
    assertThat(page.heading()).isEqualTo("Sign edition 1 off");
    assertThat(rows(page)).allMatch(row -> row.startsWith("Holds: "));
    assertThat(page.outlook().orElseThrow().told().message().toString())
        .startsWith("The phone it is. Shared");
  }

  @Test
  void anIntroductionThatCannotBeToldSaysWhyAndIsKeptInItsField() {
    approve();
    SignOffPage page = page("Write to clerk@example.net.");

    ToldPart told = page.outlook().orElseThrow().told();
    assertThat(told.fault())
        .isEqualTo(
            "The introduction holds an e-mail address, which subscribers must not read. Say it"
                + " without.");
    assertThat(told.message().toString()).startsWith("We now think");
    assertThat(page.introduction()).isEqualTo("Write to clerk@example.net.");
    assertThat(told.seen()).isNotEqualTo(ToldPart.hash(Introduction.of(page.introduction())));
  }

  /** The name of a session that is not in the edition, and may be somebody's number. */
  @Test
  void aPersonalFileNameIsNotShownWhereItsQuotationIsWithheld() throws IOException {
    String session = "interviews/2026-11-12-" + NUMBER;
    programme.write(
        session + ".md",
        "---\ntitle: A call\nconsent: public\nparticipants: [P02]\n---\n> Yes.\n{: #q1 .evidence}\n");
    programme.write(
        "findings/yes.md",
        "---\ntitle: They say yes\nevidence: [" + session + "#q1]\n---\nText.\n");
    Cycle cycle = cycle();
    cycle.hold(cycle.review(), session + ".md", "Ada", "Not yet.");
    approve();

    assertThat(page("").outlook().orElseThrow().withheld())
        .containsExactly(
            "research/findings/yes.md cites research/interviews/(a file whose name is personal)");
    assertThat(page("").toString()).doesNotContain(NUMBER);
  }

  private Cycle cycle() {
    return programme.cycle(database, clock);
  }

  private void approve() {
    Cycle cycle = cycle();
    Set<String> open =
        cycle.review().open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, "Ada");
  }

  private SignOffPage page(String introduction) {
    Optional<String> words = Introduction.of(introduction);
    return SignOffPage.of(cycle(), ADA, true, true, words, "");
  }

  private static List<String> rows(SignOffPage page) {
    return page.checklist().orElseThrow().rows().stream()
        .flatMap(
            row ->
                Stream.concat(
                    Stream.of(row.state() + ": " + row.name() + ". " + row.sentence()),
                    row.lines().stream()
                        .filter(line -> !line.what().isEmpty())
                        .map(line -> "  " + line.title() + ": " + line.what())))
        .toList();
  }
}
