package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody could try, knowingly or not, and must not come to. */
@QuarkusTest
@Tag("server")
@QuarkusTestResource(value = ServedProgramme.class, restrictToAnnotatedClass = true)
class ReviewAttacksTest {

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject ServerConfig config;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
    refresh.look();
  }

  @Test
  void aFormThatIsSentAgainUndoesNothingThatCameAfterIt() throws IOException {
    SmallProgramme programme = new SmallProgramme(config.programme());
    programme.write("findings/replayed.md", SmallProgramme.finding("To be decided on twice"));
    Refreshed.now(refresh);
    SignedIn ada = signedIn("Ada");
    String item = "/review/items/" + entry("findings/replayed.md").item().hash();
    Map<String, String> approve = ada.form(item, item + "/approve");
    assertThat(ada.post(item + "/approve", approve).statusCode()).isEqualTo(303);
    Map<String, String> hold = new HashMap<>(ada.form(item, item + "/hold"));
    hold.put("reason", "Not yet.");
    assertThat(ada.post(item + "/hold", hold).statusCode()).isEqualTo(303);

    assertThat(ada.post(item + "/approve", approve).statusCode()).isEqualTo(409);

    assertThat(entry("findings/replayed.md").state()).isInstanceOf(ItemState.Held.class);
    Files.delete(config.programme().resolve("research/findings/replayed.md"));
  }

  @Test
  void whatChangedBetweenSeeingAndSigningIsNotSignedAndOfTwoWhoSignOneDoes() throws IOException {
    approveEverything();
    SignedIn ada = signedIn("Ada");
    SignedIn ben = signedIn("Ben");
    Map<String, String> stale = confirmed(ada);
    SmallProgramme programme = new SmallProgramme(config.programme());
    programme.write("findings/late.md", SmallProgramme.finding("Slipped in"));
    Refreshed.now(refresh);

    HttpResponse<String> refused = ada.post("/review/sign-off", stale);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Something has changed since you looked, so nothing was signed.", "Slipped in");
    assertThat(edition()).isFalse();

    approveEverything();
    List<Map<String, String>> forms = List.of(confirmed(ada), confirmed(ben));
    List<CompletableFuture<Integer>> answers =
        Stream.of(0, 1)
            .map(
                who ->
                    CompletableFuture.supplyAsync(
                        () ->
                            (who == 0 ? ada : ben)
                                .post("/review/sign-off", forms.get(who))
                                .statusCode()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 409);
    assertThat(edition()).isTrue();

    takeBack();
    assertThat(ada.post("/review/sign-off", forms.get(0)).statusCode()).isEqualTo(409);
    assertThat(ben.post("/review/sign-off", forms.get(1)).statusCode()).isEqualTo(409);
    assertThat(edition()).as("a form from before signs nothing again").isFalse();
  }

  @Test
  void noPageShowsInAFrame() {
    try (Browser browser = Browser.start()) {
      Page page = browser.page();
      page.setContent("<iframe src='" + SignedIn.uri("/sprint") + "'></iframe>");
      page.waitForCondition(() -> page.frames().get(1).url().startsWith("chrome-error:"));
      assertThat(page.frames().get(1).content()).doesNotContain("Sprint 1");
    }
  }

  @Test
  void aHostileTitleIsInertOnEveryPage() {
    SignedIn ada = signedIn("Ada");
    String item = "/review/items/" + entry("findings/hostile.md").item().hash();
    for (String address :
        List.of(
            "/",
            item,
            "/review/sign-off",
            "/review/participants",
            "/review/audit",
            "/review/audit?words=%3Cscript%3Ealert(1)%3C/script%3E",
            "/sprint",
            "/backlog",
            "/notes",
            "/assumptions",
            "/editions",
            "/sign-in?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")) {
      HttpResponse<String> answer = ada.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(Jsoup.parse(answer.body()).select("script:not([src^=/assets/]), [onerror]"))
          .as(address)
          .isEmpty();
    }
  }

  private Map<String, String> confirmed(SignedIn owner) {
    Map<String, String> form = new HashMap<>(owner.form("/review/sign-off", "/review/sign-off"));
    assertThat(form).containsKeys("form", "seen");
    form.put("confirm", "yes");
    return form;
  }

  private void approveEverything() {
    refresh.with(
        cycle -> {
          for (Review.Entry entry : cycle.review().open()) {
            cycle.approve(cycle.review(), Set.of(entry.key()), "Ada");
          }
          return null;
        });
  }

  private void takeBack() {
    refresh.with(
        cycle -> {
          cycle.takeBack(cycle.undoWindow().orElseThrow().number(), "Ada");
          return null;
        });
  }

  private boolean edition() {
    return refresh.with(cycle -> cycle.editionOfSprint().isPresent());
  }

  private Review.Entry entry(String key) {
    return refresh.with(cycle -> cycle.review().entry(key).orElseThrow());
  }

  private SignedIn signedIn(String name) {
    SignedIn browser = new SignedIn();
    String id = refresh.look().standing().orElseThrow().programme().id();
    assertThat(browser.post("/sign-in", Map.of("token", signIn.link(id, name))).statusCode())
        .isEqualTo(303);
    return browser;
  }
}
