package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.Review;
import dev.fortnight.store.Database;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("server")
@TestProfile(AtOpenIdProvider.class)
class OpenIdSignInTest {

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject Database database;
  @Inject ServerConfig config;

  @BeforeEach
  void collect() throws IOException {
    new SmallProgramme(config.programme()).review("own-notes: true");
    Refreshed.now(refresh);
  }

  @Test
  void whoHasARoleIsSignedInUnderTheirName() {
    SignedIn browser = new SignedIn();

    HttpResponse<String> page = browser.signIn("/sign-in/provider", "ada", "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(Jsoup.parse(page.body()).select("form[action=/sign-out]").text())
        .isEqualTo("Sign Ada Example out");
    assertThat(browser.cookies())
        .as("of Quarkus's own session nothing is left")
        .hasSize(1)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.getName()).startsWith("fortnight-");
              assertThat(cookie.isHttpOnly()).isTrue();
              assertThat(cookie.getPath()).isEqualTo("/");
            });
  }

  @Test
  void whoHasNoRoleIsNotSignedInAndIsInTheAudit() {
    SignedIn browser = new SignedIn();
    int before = failures().size();

    HttpResponse<String> page = browser.signIn("/sign-in/provider", "eve", "");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("Eve");
    assertThat(browser.cookies()).isEmpty();
    assertThat(failures()).hasSize(before + 1).contains("'eve' has no role here");
  }

  @Test
  void whoIsLetInAndWhoAsksForTooMuchIsInTheAudit() {
    SignedIn cy = SignedIn.as("cy");
    assertThat(reasons("SIGNED_IN")).contains("Cy Example, reader");

    cy.get("/review/participants");
    cy.post("/review/sign-off", Map.of("form", cy.formToken()));

    assertThat(reasons("REFUSED"))
        .contains(
            "Cy Example, reader, asked for what needs reviewer",
            "Cy Example, reader, asked for what needs owner");
  }

  @Test
  void aForgedAnswerSignsNobodyIn() {
    String before = new SignedIn().get("/").body();
    for (String wrong :
        List.of(
            "signature",
            "unsigned",
            "symmetric",
            "issuer",
            "audience",
            "expired",
            "nonce",
            "denied",
            "old")) {
      SignedIn browser = new SignedIn();

      HttpResponse<String> answer = browser.signIn("/sign-in/provider", "ada", wrong);

      assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
      assertThat(answer.body()).as("the same, whatever was wrong: " + wrong).isEqualTo(before);
      assertThat(browser.get("/").statusCode()).as(wrong).isEqualTo(403);
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsAskedAnew() {
    SignedIn browser = new SignedIn();

    HttpResponse<String> answer = browser.signIn("/sign-in/provider", "ada", "state");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/authorize?");
    assertThat(browser.get("/").statusCode()).isEqualTo(403);
  }

  @Test
  void aCodeThatWasUsedSignsNobodyIn() {
    SignedIn browser = new SignedIn();
    SignedIn other = new SignedIn();
    HttpResponse<String> start = browser.get("/sign-in/provider");
    String authorize = start.headers().firstValue("Location").orElseThrow();
    String back = StandInVisit.answer(authorize + "&as=ada");

    for (SignedIn thief : List.of(other, new SignedIn())) {
      assertThat(thief.get(back).headers().firstValue("Location").orElseThrow())
          .as("in another browser it is asked anew")
          .contains("/authorize?");
      assertThat(thief.get("/").statusCode()).isEqualTo(403);
    }
    assertThat(browser.get(back).headers().firstValue("Location").orElseThrow())
        .as("where it was asked for it holds")
        .endsWith("/sign-in/provider");
  }

  @Test
  void beforeSigningOffPeopleProveOnceMoreWhoTheyAre() {
    approveEverything();
    SignedIn ada = SignedIn.as("ada");
    assertThat(ada.page("/review/sign-off").select("main a[href=/sign-in/again]").text())
        .isEqualTo("Sign in once more, so that it is sure to be you who signs.");

    String sentTo = ada.get("/sign-in/again").headers().firstValue("Location").orElseThrow();
    assertThat(StandInProvider.form(sentTo.substring(sentTo.indexOf('?') + 1)))
        .containsEntry("prompt", "login")
        .containsEntry("max_age", "0")
        .containsEntry("client_id", StandInProvider.CLIENT);

    ada.signIn("/sign-in/again", "ada", "stale");
    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]"))
        .as("a provider that did not ask")
        .hasSize(1);

    HttpResponse<String> page = ada.signIn("/sign-in/again", "ada", "");
    assertThat(page.uri().getPath()).isEqualTo("/review/sign-off");
    assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo("Sign edition 1 off");
  }

  @Test
  void whereAProviderDoesNotTellWhenItIsTakenAtItsWord() {
    SignedIn ada = new SignedIn();

    ada.signIn("/sign-in/provider", "ada", "untold");
    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).hasSize(1);
    ada.signIn("/sign-in/again", "ada", "untold");
    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).isEmpty();
  }

  @Test
  void whoSignsInOnceMoreLeavesNoSessionBehind() {
    SignedIn browser = SignedIn.as("ada");
    String before = browser.cookies().get(0).getValue();

    browser.signIn("/sign-in/again", "ada", "");

    String id = refresh.state().standing().orElseThrow().programme().id();
    assertThat(signIn.session(id, before)).isEmpty();
    assertThat(signIn.session(id, browser.cookies().get(0).getValue())).isPresent();
  }

  /** Or any page could have its visitors signed in, and freshly, without their knowing. */
  @Test
  void anotherSiteStartsNoSignIn() {
    for (String start : List.of("/sign-in/provider", "/sign-in/again")) {
      for (String site : List.of("cross-site", "same-site")) {
        HttpResponse<String> answer = new SignedIn().get(start, "Sec-Fetch-Site", site);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
      }
      assertThat(new SignedIn().get(start, "Sec-Fetch-Site", "same-origin").statusCode())
          .isEqualTo(302);
    }
  }

  @Test
  void aLinkOfThisMachineSignsNobodyInHere() {
    String id = refresh.state().standing().orElseThrow().programme().id();
    SignedIn browser = new SignedIn();

    HttpResponse<String> answer =
        browser.post("/sign-in", Map.of("token", signIn.link(id, "Mallory")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.get("/").statusCode()).isEqualTo(403);
  }

  @Test
  void whereTheProgrammeNamesItsOwnersNobodyElseSigns() throws IOException {
    SignedIn ada = SignedIn.as("ada");
    SignedIn ben = SignedIn.as("ben");
    assertThat(maySign(ada)).isTrue();
    assertThat(maySign(ben)).isFalse();

    review("owners: [Ben], deputies: [{login: cy, from: 2026-11-13, to: 2026-11-13}]");
    assertThat(maySign(ada)).isFalse();
    assertThat(maySign(ben)).isTrue();
    assertThat(maySign(SignedIn.as("cy"))).as("a deputy today").isTrue();
    assertThat(changes()).contains("Ben Example: reviewer, now owner");

    review("owners: [ben], deputies: [{login: cy, from: 2026-11-14, to: 2026-11-30}]");
    assertThat(maySign(SignedIn.as("cy"))).as("a deputy tomorrow").isFalse();
  }

  private void review(String keys) throws IOException {
    new SmallProgramme(config.programme()).review(keys);
    Refreshed.now(refresh);
  }

  /** Asked with a form that is refused later, for what it was made from has changed. */
  private static boolean maySign(SignedIn browser) {
    Map<String, String> form = Map.of("form", browser.formToken(), "seen", "x", "confirm", "yes");
    return browser.post("/review/sign-off", form).statusCode() != 403;
  }

  private void approveEverything() {
    refresh.with(
        cycle -> {
          for (Review.Entry entry : cycle.review().open()) {
            cycle.approve(cycle.review(), java.util.Set.of(entry.key()), "Ada");
          }
          return null;
        });
  }

  private List<String> failures() {
    return reasons("SIGN_IN_FAILED");
  }

  private List<String> changes() {
    return reasons("ROLE_CHANGED");
  }

  private List<String> reasons(String action) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select r.reason from audit_reason r join audit_entry e"
                            + " on e.sequence = r.sequence where e.action = :action")
                    .bind("action", action)
                    .mapTo(String.class)
                    .list());
  }
}
