package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is otherwise at Microsoft's: issuers by directory, and roles, groups and logins of its own.
 */
@QuarkusTest
@Tag("server")
@TestProfile(AtEntraId.class)
class EntraIdSignInTest {

  @Inject Refresh refresh;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
  }

  @Test
  void anAppRoleGivesARole() {
    SignedIn browser = new SignedIn();

    HttpResponse<String> page = browser.signIn("/sign-in/provider", "ada", "");

    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(Jsoup.parse(page.body()).select("form[action=/sign-out]").text())
        .isEqualTo("Sign Ada Example out");
    assertThat(browser.cookies()).hasSize(1);
    assertThat(statusOfSigning(browser)).isNotEqualTo(403);
  }

  @Test
  void aGroupAndALoginGiveARole() {
    SignedIn ben = SignedIn.as("ben");
    assertThat(ben.get("/review/participants").statusCode()).isEqualTo(200);
    assertThat(statusOfSigning(ben)).isEqualTo(403);

    SignedIn cy = SignedIn.as("cy");
    assertThat(cy.get("/sprint").statusCode()).isEqualTo(200);
    assertThat(cy.get("/review/participants").statusCode()).isEqualTo(403);
  }

  @Test
  void whoHasNoRoleIsNotLetIn() {
    SignedIn eve = new SignedIn();

    assertThat(eve.signIn("/sign-in/provider", "eve", "").statusCode()).isEqualTo(403);
    assertThat(eve.get("/").statusCode()).isEqualTo(403);
  }

  /** Its keys sign for all directories, so that only the issuer tells them apart. */
  @Test
  void anotherDirectorysWordSignsNobodyIn() {
    for (String wrong : List.of("tenant", "issuer", "audience", "nonce", "signature", "expired")) {
      SignedIn browser = new SignedIn();

      assertThat(browser.signIn("/sign-in/provider", "ada", wrong).statusCode())
          .as(wrong)
          .isEqualTo(403);
      assertThat(browser.get("/").statusCode()).as(wrong).isEqualTo(403);
    }
  }

  /** Then the token names none of them, and asking Microsoft's Graph is more than we may do. */
  @Test
  void whoIsInMoreGroupsThanATokenHoldsHasNoRoleByThem() {
    assertThat(new SignedIn().signIn("/sign-in/provider", "ben", "groups").statusCode())
        .isEqualTo(403);
  }

  @Test
  void signingOffAsksForAnotherVisit() {
    SignedIn ada = SignedIn.as("ada");
    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).hasSize(1);

    ada.signIn("/sign-in/again", "ada", "");

    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).isEmpty();
  }

  @Test
  void thePagesSayWhereToSignIn() {
    assertThat(
            Jsoup.parse(new SignedIn().get("/").body()).select("a[href=/sign-in/provider]").text())
        .isEqualTo("Sign in with Microsoft");
  }

  private static int statusOfSigning(SignedIn browser) {
    Map<String, String> form = Map.of("form", browser.formToken(), "seen", "x", "confirm", "yes");
    return browser.post("/review/sign-off", form).statusCode();
  }
}
