package dev.fortnight.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import dev.fortnight.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

  private static final String PROGRAMME = "permits";

  @TempDir Path data;

  private final Moving clock = new Moving();
  private Database database;
  private SignIn signIn;

  @BeforeEach
  void open() {
    database = TestDatabase.H2.open(data);
    signIn = new SignIn(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLinkWorksOnce() {
    String link = signIn.link(PROGRAMME, "Ada");

    Session session = signIn.redeem(PROGRAMME, link).orElseThrow();

    assertThat(session.name()).isEqualTo("Ada");
    assertThat(signIn.session(PROGRAMME, session.token())).contains(session);
    assertThat(signIn.redeem(PROGRAMME, link)).isEmpty();
  }

  @Test
  void aLinkLastsTenMinutes() {
    String inTime = signIn.link(PROGRAMME, "Ada");
    String late = signIn.link(PROGRAMME, "Ada");

    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(signIn.redeem(PROGRAMME, inTime)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(signIn.redeem(PROGRAMME, late)).isEmpty();
  }

  @Test
  void aLinkToOneProgrammeIsNoneToAnother() {
    String link = signIn.link(PROGRAMME, "Ada");

    assertThat(signIn.redeem("other", link)).isEmpty();
    Session session = signIn.redeem(PROGRAMME, link).orElseThrow();
    assertThat(signIn.session("other", session.token())).isEmpty();
  }

  @Test
  void whoDoesNothingForTwoHoursIsSignedOut() {
    Session session = entered();

    clock.advance(Duration.ofMinutes(119));
    assertThat(signIn.session(PROGRAMME, session.token())).isPresent();
    clock.advance(Duration.ofMinutes(119));
    assertThat(signIn.session(PROGRAMME, session.token())).isPresent();
    clock.advance(Duration.ofMinutes(120));
    assertThat(signIn.session(PROGRAMME, session.token())).isEmpty();
  }

  @Test
  void whatABrowserAsksByItselfKeepsNobodySignedIn() {
    Session session = entered();

    clock.advance(Duration.ofMinutes(119));
    assertThat(signIn.unused(PROGRAMME, session.token())).isPresent();
    clock.advance(Duration.ofMinutes(1));
    assertThat(signIn.unused(PROGRAMME, session.token())).isEmpty();
    assertThat(signIn.session(PROGRAMME, session.token())).isEmpty();
  }

  @Test
  void nobodyIsSignedInForLongerThanTwelveHours() {
    Session session = entered();

    for (int hour = 1; hour < 12; hour++) {
      clock.advance(Duration.ofHours(1));
      assertThat(signIn.session(PROGRAMME, session.token())).isPresent();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(signIn.session(PROGRAMME, session.token())).isEmpty();
  }

  @Test
  void aSessionCanBeEndedFromAnotherBrowserAndWhatIsListedSignsNobodyIn() {
    Session here = entered();
    clock.advance(Duration.ofMinutes(1));
    Session elsewhere = entered();
    clock.advance(Duration.ofMinutes(2));
    signIn.session(PROGRAMME, elsewhere.token());

    List<OpenSession> open = signIn.open(PROGRAMME);
    assertThat(open).extracting(one -> one.is(elsewhere)).containsExactly(true, false);
    assertThat(open).extracting(one -> one.isOf(here)).containsExactly(true, true);
    assertThat(open.get(0).seen()).isEqualTo(open.get(0).begun().plus(Duration.ofMinutes(2)));
    assertThat(signIn.session(PROGRAMME, open.get(0).id())).isEmpty();

    signIn.end(PROGRAMME, open.get(0));

    assertThat(signIn.session(PROGRAMME, elsewhere.token())).isEmpty();
    assertThat(signIn.session(PROGRAMME, here.token())).isPresent();
  }

  @Test
  void whoSignsOutIsOut() {
    Session session = entered();

    signIn.end(PROGRAMME, session);

    assertThat(signIn.session(PROGRAMME, session.token())).isEmpty();
  }

  @Test
  void aSignInIsFreshForAQuarterOfAnHour() {
    Session session = entered();

    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(session.isFresh(signIn.now())).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(session.isFresh(signIn.now())).isFalse();
  }

  @Test
  void whatIsStoredSignsNobodyIn() {
    String link = signIn.link(PROGRAMME, "Ada");
    Session session = entered();

    List<String> stored =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select hash from sign_in_link union all"
                                + " select hash from sign_in_session")
                        .mapTo(String.class)
                        .list());

    assertThat(stored).hasSize(2).doesNotContain(link, session.token());
    for (String hash : stored) {
      assertThat(signIn.redeem(PROGRAMME, hash)).isEmpty();
      assertThat(signIn.session(PROGRAMME, hash)).isEmpty();
    }
  }

  @Test
  void formsOfOneSessionAreNoneOfAnother() {
    Session one = entered();
    Session other = entered();

    assertThat(one.sent(one.formToken())).isTrue();
    assertThat(one.sent(other.formToken())).isFalse();
    assertThat(one.sent(null)).isFalse();
    assertThat(one.formToken()).isNotEqualTo(one.token());
    assertThat(one.toString()).isEqualTo("session of Ada");
  }

  @Test
  void whatIsNoNameGetsNoLink() {
    for (String name : List.of(" ", "A".repeat(101), "Ada\u0007")) {
      assertThatThrownBy(() -> signIn.link(PROGRAMME, name))
          .isInstanceOf(ProblemException.class)
          .hasMessage("the name of who decides is empty, too long or not plain text");
    }
    assertThat(signIn.link(PROGRAMME, "A".repeat(100))).isNotBlank();
  }

  @Test
  void somebodyAtAProviderIsKnownByMoreThanTheirName() {
    Person ada = Person.at("https://login.example", "1", "ada", "Ada", Set.of("login:ada"));
    Instant proved = signIn.now().minus(Duration.ofMinutes(20));

    Session session = signIn.enter(PROGRAMME, ada, proved);

    assertThat(signIn.session(PROGRAMME, session.token())).contains(session);
    assertThat(session.person()).isEqualTo(ada);
    assertThat(session.isFresh(signIn.now())).isFalse();
    assertThat(ada.id())
        .isNotEqualTo(Person.at("https://other.example", "1", "ada", "Ada", Set.of()).id());
  }

  @Test
  void aProofFromTheFutureIsFromNow() {
    Person ada = Person.at("https://login.example", "1", "ada", "Ada", Set.of());

    Session session = signIn.enter(PROGRAMME, ada, signIn.now().plus(Duration.ofDays(1)));

    assertThat(session.provedAt()).isEqualTo(signIn.now());
  }

  @Test
  void aChangedRoleIsToldOnce() {
    Person ada = Person.at("https://login.example", "1", "ada", "Ada", Set.of());
    Optional<Role> none = Optional.empty();

    assertThat(signIn.remember(PROGRAMME, ada, none)).isEmpty();
    assertThat(signIn.remember(PROGRAMME, ada, Optional.of(Role.READER)))
        .contains(new SignIn.RoleChange(none, Optional.of(Role.READER)));
    assertThat(signIn.remember(PROGRAMME, ada, Optional.of(Role.READER))).isEmpty();
    assertThat(signIn.remember("other", ada, none)).isEmpty();
    assertThat(signIn.remember(PROGRAMME, ada, none))
        .contains(new SignIn.RoleChange(Optional.of(Role.READER), none));
    assertThat(signIn.remember(PROGRAMME, ada, none)).isEmpty();
  }

  private Session entered() {
    return signIn.redeem(PROGRAMME, signIn.link(PROGRAMME, "Ada")).orElseThrow();
  }

  /** A clock that the test moves. */
  private static final class Moving extends Clock {

    private Instant now = Instant.parse("2026-11-13T14:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
