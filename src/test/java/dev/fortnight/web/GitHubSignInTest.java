package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("server")
@TestProfile(AtGitHub.class)
class GitHubSignInTest {

  @Inject Refresh refresh;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
  }

  @Test
  void aLoginGivesARole() {
    SignedIn browser = new SignedIn();

    HttpResponse<String> page = browser.signIn("/sign-in/provider", "ada", "");

    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(Jsoup.parse(page.body()).select("form[action=/sign-out]").text())
        .isEqualTo("Sign Ada Example out");
    assertThat(browser.cookies()).hasSize(1);
  }

  @Test
  void aTeamGivesARole() {
    assertThat(SignedIn.as("ben").get("/review/participants").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsOnlyInvitedToATeamIsNotInIt() {
    SignedIn eve = new SignedIn();

    assertThat(eve.signIn("/sign-in/provider", "eve", "").statusCode()).isEqualTo(403);
    assertThat(eve.get("/").statusCode()).isEqualTo(403);
  }

  /** GitHub does not tell when somebody proved who they are, so that they went there has to do. */
  @Test
  void signingOffAsksForAnotherVisitToGitHub() {
    SignedIn ada = SignedIn.as("ada");
    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).hasSize(1);

    ada.signIn("/sign-in/again", "ada", "");

    assertThat(ada.page("/review/sign-off").select("a[href=/sign-in/again]")).isEmpty();
  }

  @Test
  void thePagesSayWhereToSignIn() {
    assertThat(
            Jsoup.parse(new SignedIn().get("/").body()).select("a[href=/sign-in/provider]").text())
        .isEqualTo("Sign in with GitHub");
  }
}
