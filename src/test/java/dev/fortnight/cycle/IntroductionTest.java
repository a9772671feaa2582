package dev.fortnight.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.announce.slack.SlackStandIn;
import dev.fortnight.edition.AuditLine;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.Introduction;
import dev.fortnight.edition.Review;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.OnBothDatabases;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** How an owner's own words begin an announcement, and what becomes of them. */
@OnBothDatabases
class IntroductionTest {

  private static final String WORDS =
      "We thought <it> was *cost*. It is the phone & who answers it";
  private static final String TOLD =
      "We thought &lt;it&gt; was ∗cost∗. It is the phone &amp; who answers it";
  private static final String MADE = "We now think: “Somebody has to answer the phone”.";

  @Parameter TestDatabase kind;

  @TempDir Path temp;

  private final SetClock clock = new SetClock("2026-11-13T14:30:00Z");
  private SmallProgramme programme;
  private Database database;
  private SlackStandIn slack;

  @BeforeEach
  void open() throws Exception {
    programme = SmallProgramme.in(temp.resolve("programme"));
    database = kind.open(temp.resolve("data"));
    slack = new SlackStandIn(clock);
    describe("");
  }

  @AfterEach
  void close() throws Exception {
    slack.close();
    database.close();
  }

  private void describe(String review) throws Exception {
    programme.review("undo: PT0S" + review);
    Path file = programme.folder().resolve("research/programme.yml");
    Files.writeString(
        file,
        Files.readString(file)
            + "announce: {slack: {channel: C0123456789, api: \""
            + slack.api()
            + "\"}}\n");
  }

  @Test
  void anOwnersWordsAreToldAsTheyWroteThemOnce() throws Exception {
    sign(WORDS);
    refresh(Register.EMPTY);
    List<Problem> problems = refresh(Register.EMPTY);

    assertThat(slack.messages()).hasSize(2);
    assertThat(first()).isEqualTo(TOLD);
    assertThat(problems).isEmpty();
  }

  @Test
  void theAuditKeepsThemBesideTheChain() {
    sign(WORDS);
    Cycle cycle = programme.cycle(database, clock);

    assertThat(signed(cycle))
        .singleElement()
        .satisfies(line -> assertThat(line.reason()).contains(WORDS));
    assertThat(cycle.introduced()).contains(WORDS);

    erase();
    assertThat(signed(cycle))
        .singleElement()
        .satisfies(line -> assertThat(line.isErased()).isTrue());
    assertThat(cycle.audit().fault()).isEmpty();
    assertThat(cycle.introduced()).isEmpty();
  }

  @Test
  void whatCannotBeToldIsNotSigned() {
    for (Map.Entry<String, String> one :
        Map.of(
                "Write to clerk@example.net.",
                "the introduction holds an e-mail address, which subscribers must not read",
                "Call 0808 157 0123.",
                "the introduction may hold a telephone number, which subscribers must not read",
                "<!channel> Look",
                "the introduction would call people in the channel",
                "Look, @Here",
                "the introduction would call people in the channel",
                "x".repeat(501),
                "the introduction has 501 characters")
            .entrySet()) {
      assertThatThrownBy(() -> sign(one.getKey()))
          .as(one.getKey())
          .isInstanceOf(ProblemException.class)
          .hasMessage(one.getValue());
    }
    assertThat(programme.cycle(database, clock).editionOfSprint()).isEmpty();
  }

  @Test
  void whoIsRegisteredLaterIsNeitherToldOfNorLeftInTheChannel() throws Exception {
    sign("Ursula Quennell answered the phone.");
    refresh(Register.EMPTY);
    assertThat(first()).isEqualTo("Ursula Quennell answered the phone.");

    List<Problem> problems = refresh(register());
    assertThat(first()).isEqualTo(MADE);
    assertThat(slack.shown()).doesNotContain("Quennell");
    assertThat(slack.messages()).hasSize(2);
    assertThat(problems)
        .singleElement()
        .hasToString(
            "edition 1: the introduction of its announcement may show somebody, so subscribers are"
                + " told what was learned instead. Nothing needs doing for that. The words stay in"
                + " the audit, for those who review to see.");
  }

  @Test
  void whoIsRegisteredBeforeItIsSentIsNeverToldOf() throws Exception {
    sign("Ursula Quennell answered the phone.");

    refresh(register());

    assertThat(first()).isEqualTo(MADE);
  }

  @Test
  void erasedWordsLeaveTheChannelToo() throws Exception {
    sign(WORDS);
    refresh(Register.EMPTY);
    erase();

    assertThat(refresh(Register.EMPTY)).isEmpty();
    assertThat(first()).isEqualTo(MADE);
    assertThat(slack.messages()).hasSize(2);
  }

  @Test
  void severalOwnersSignTheSameWords() throws Exception {
    describe(", approvals: 2");
    Decider ada = new Decider("1", "Ada", Set.of("ada"));
    Decider ben = new Decider("2", "Ben", Set.of("ben"));
    Cycle cycle = approved();
    DecidedReview decided = cycle.review().decided();

    assertThat(cycle.endorse(decided.introduced(Introduction.of(WORDS)), ada)).isEqualTo(1);
    assertThat(cycle.introduced()).contains(WORDS);
    assertThat(cycle.endorse(decided, ben)).as("other words").isEqualTo(1);
    assertThat(cycle.introduced()).as("of the newest signature").isEmpty();
    DecidedReview same = decided.introduced(Introduction.of(WORDS));
    assertThat(cycle.endorse(same, ben)).isZero();
    assertThat(cycle.signOff(same, "Ben").number()).isEqualTo(1);
  }

  private Cycle approved() {
    Cycle cycle = programme.cycle(database, clock);
    Set<String> open =
        cycle.review().open().stream().map(Review.Entry::key).collect(Collectors.toSet());
    cycle.approve(cycle.review(), open, "Owner");
    return cycle;
  }

  private void sign(String words) {
    Cycle cycle = approved();
    cycle.signOff(cycle.review().decided().introduced(Introduction.of(words)), "Owner");
  }

  private List<Problem> refresh(Register register) throws Exception {
    Places places =
        Places.of(programme.folder(), temp.resolve("data"), Optional.empty())
            .with(new SlackSecrets(Optional.of(SlackStandIn.TOKEN), Optional.empty()));
    try (Refresh refresh =
        new Refresh(places, register, database, clock, clock, (state, took) -> {})) {
      refresh.now();
      assertThat(refresh.state().failures()).isEmpty();
      return refresh.state().standing().orElseThrow().problems();
    }
  }

  private Register register() throws Exception {
    Path file = temp.resolve("register.yml");
    Files.writeString(file, "participants: [{id: P9, real_name: Ursula Quennell}]\n");
    return Register.read(file, Map.of());
  }

  private static List<AuditLine> signed(Cycle cycle) {
    return cycle.auditLines().stream().filter(line -> line.did().equals("signed off")).toList();
  }

  private void erase() {
    database.jdbi().useHandle(handle -> handle.execute("delete from audit_reason"));
  }

  private String first() {
    return slack.messages().get(0).path("text").asText().replaceAll(" Shared software.*", "");
  }
}
