package dev.fortnight.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fortnight.browser.Axe;
import dev.fortnight.browser.Browser;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("server")
@QuarkusTestResource(value = ServedProgramme.class, restrictToAnnotatedClass = true)
class ReviewPagesTest {

  @Inject Refresh refresh;
  @Inject SignIn signIn;
  @Inject ServerConfig config;

  private Map<String, String> cookies = Map.of();

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
    // another refresh may have been at it, which now() leaves it to
    refresh.look();
  }

  @Test
  void whoSignedInDecidesItemByItemAndSignsTheEditionOff() throws IOException {
    Response entered = enter();
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Max-Age", "Expires");

    Document first = page("/");
    assertThat(first.select("a[href^=/review/items/]")).hasSize(5);
    Document item = page(link(first, ServedProgramme.HOSTILE));
    assertThat(item.select("h1").text()).isEqualTo(ServedProgramme.HOSTILE);
    assertThat(item.select("script:not([src^=/assets/])")).isEmpty();

    assertThat(send(form(item, "hold"), Map.of("reason", " ")).select("[role=alert]").text())
        .isEqualTo("Say why it is held. The reason is kept.");
    send(form(item, "hold"), Map.of("reason", "Not yet."));
    Review.Entry one = review().open().get(0);
    send(form(page("/review/items/" + one.item().hash()), "approve"), Map.of());
    assertThat(review().open()).hasSize(3);
    assertThat(page("/").select("form[action$=/approve-clean] button").text())
        .isEqualTo("Approve the 3 of which the checks have nothing to say");
    send(form(page("/"), "approve-clean"), Map.of());

    assertThat(review().open()).isEmpty();
    assertThat(review().held())
        .extracting(Review.Entry::key)
        .containsExactly("findings/hostile.md");
    Document signOff = page(page("/").select("a[href=/review/sign-off]").attr("href"));
    assertThat(signOff.select("h1").text()).isEqualTo("Sign edition 1 off");
    assertThat(signOff.select("main").text()).contains("Held back 1 " + ServedProgramme.HOSTILE);
    assertThat(signOff.select("[aria-labelledby=told]").text())
        .contains("No channel is told. This is written to a file:")
        .contains("Shared software, edition 1: https://example.org/shared/editions/1/")
        .doesNotContain("alert");

    Response preview =
        request().redirects().follow(false).get(signOff.select("a[href$=/preview]").attr("href"));
    assertThat(preview.statusCode()).isEqualTo(303);
    URI edition = URI.create(preview.header("Location"));
    assertThat(given().get(edition).asString()).contains("Somebody has to answer the phone");
    assertThat(given().get(edition).header("Content-Security-Policy")).contains("sandbox");
    assertThat(given().get(edition.resolve("findings/hostile/")).statusCode()).isEqualTo(404);
    assertThat(given().get("/preview/" + "0".repeat(32) + "/").statusCode()).isEqualTo(404);
    assertThat(given().get("/preview").statusCode()).isEqualTo(403);

    assertThat(send(form(signOff, "sign-off"), Map.of()).select("[role=alert]").text())
        .isEqualTo("Tick the box to sign the edition off.");
    assertThat(refresh.<Boolean>with(cycle -> cycle.editionOfSprint().isPresent())).isFalse();
    send(form(signOff, "sign-off"), Map.of("confirm", "yes"));
    assertThat(refresh.<Boolean>with(cycle -> cycle.editionOfSprint().isPresent())).isTrue();
    Refreshed.now(refresh);
    refresh.look();
    Document waiting = page("/");
    assertThat(waiting.select("[aria-labelledby=waiting]").text())
        .isEqualTo(
            "Edition 1 is about to be published Ada signed it off. It is published on 13 November 2026 at 14:40; until then it can"
                + " be taken back. Left: 10 minutes Take the sign-off of edition 1 back");
    assertThat(given().get("/site/editions/1/").statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(given().get("/").asString()).select("form[action=/review/undo]"))
        .as("only who is signed in is offered to take it back")
        .isEmpty();
    send(form(waiting, "undo"), Map.of());
    assertThat(refresh.<Boolean>with(cycle -> cycle.editionOfSprint().isPresent())).isFalse();
    assertThat(
            request().formParams(fields(form(waiting, "undo"))).post("/review/undo").statusCode())
        .as("a form that is sent again")
        .isEqualTo(409);
    Document again = page(page("/").select("a[href=/review/sign-off]").attr("href"));
    send(form(again, "sign-off"), Map.of("confirm", "yes"));
    assertThat(page("/").select("a[href=/review/sign-off]")).isEmpty();
    assertThat(page("/review/sign-off").select("main").text())
        .contains("This sprint has its edition already: edition 1.");
  }

  @Test
  void aFindingShowsItsEvidenceAndASessionItsConsent() {
    enter();

    assertThat(page("/review/items/" + hash(SmallProgramme.SESSION)).select("main").text())
        .contains("Consent: public");
    Document finding = page("/review/items/" + hash(SmallProgramme.FINDING));
    assertThat(finding.select("[aria-labelledby=evidence] .item").eachText())
        .isEqualTo(
            List.of(
                "Supports We would share it if somebody answered. P01, interviews/2026-11-10-clerk#q1"));
    assertThat(finding.select("a[href=/site/working/findings/phones-matter/]")).hasSize(1);
  }

  @Test
  void whatIsPublicOfAParticipantStandsInOnePlace() {
    enter();

    assertThat(page("/review/participants").select("main").text())
        .contains(
            "P01 Nothing is said of what they do.",
            "Session: A clerk",
            "Their words: interviews/2026-11-10-clerk#q1 We would share it if somebody answered.");
  }

  private String hash(String key) {
    return review().entry(key).orElseThrow().item().hash();
  }

  @Test
  void withoutSigningInNothingIsShownOrDecided() {
    String item = "/review/items/" + review().changed().get(0).item().hash();
    for (String address :
        List.of(item, "/review/sign-off", "/review/participants", "/review/items/nothing")) {
      assertThat(given().get(address).statusCode()).as(address).isEqualTo(403);
    }
    for (String address :
        List.of(item + "/approve", item + "/hold", "/review/approve-clean", "/review/sign-off")) {
      assertThat(given().formParam("form", "x").post(address).statusCode())
          .as(address)
          .isEqualTo(403);
      assertThat(given().cookies(Map.of("fortnight", "x")).post(address).statusCode())
          .as(address)
          .isEqualTo(403);
    }
  }

  @Test
  void noAddressDecidesByBeingLookedAt() {
    enter();
    String item = "/review/items/" + review().changed().get(0).item().hash();
    for (String address : List.of(item + "/approve", item + "/hold", "/review/approve-clean")) {
      assertThat(request().get(address).statusCode()).as(address).isEqualTo(405);
    }
  }

  @Test
  void anotherSitesFormDecidesNothing() {
    enter();
    Review.Entry entry = review().changed().get(0);
    Element form = form(page("/review/items/" + entry.item().hash()), "approve");
    Map<String, String> fields = fields(form);

    List<RequestSpecification> forged =
        List.of(
            request().header("Sec-Fetch-Site", "cross-site").formParams(fields),
            request().formParam("seen", fields.get("seen")),
            request().formParam("seen", fields.get("seen")).formParam("form", "0".repeat(64)));
    for (RequestSpecification request : forged) {
      assertThat(request.post(form.attr("action")).statusCode()).isEqualTo(403);
    }

    enter();
    assertThat(request().formParams(fields).post(form.attr("action")).statusCode())
        .as("a form of an earlier session")
        .isEqualTo(403);
  }

  @Test
  void whatChangedBetweenSeeingAndDecidingIsNotDecidedOn() throws IOException {
    enter();
    SmallProgramme programme = new SmallProgramme(config.programme());
    programme.write("findings/moving.md", SmallProgramme.finding("As it was"));
    Refreshed.now(refresh);
    Document first = page("/");
    Element form = form(page(link(first, "As it was")), "approve");
    Element clean = form(first, "approve-clean");

    programme.write("findings/moving.md", SmallProgramme.finding("As it is"));
    Refreshed.now(refresh);

    for (Element stale : List.of(form, clean)) {
      Response answer = request().formParams(fields(stale)).post(stale.attr("action"));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.asString()).contains("It has changed since you looked");
    }
    assertThat(review().entry("findings/moving.md").orElseThrow().isOpen()).isTrue();
    Files.delete(config.programme().resolve("research/findings/moving.md"));
  }

  @Test
  void aLinkIsUsedUpByTheButtonAndNotByLooking() {
    String token = signIn.link(id(), "Ada");
    assertThat(given().get("/sign-in?token=" + token).statusCode()).isEqualTo(200);

    assertThat(enter(token).statusCode()).isEqualTo(303);
    Response again = enter(token);
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.asString()).isEqualTo(enter("never-one").asString());
  }

  @Test
  void whereThereIsNoProviderThePageSaysHowToSignIn() {
    for (String address : List.of("/sign-in/provider", "/sign-in/again")) {
      Response answer = given().redirects().follow(false).get(address);

      assertThat(answer.statusCode()).as(address).isEqualTo(403);
      assertThat(answer.asString())
          .as(address)
          .isEqualTo(given().get("/review/sign-off").asString())
          .contains("fortnight sign-in");
    }
  }

  @Test
  void whoSignsOutIsOut() {
    enter();
    Element form = form(page("/"), "sign-out");

    request().formParams(fields(form)).redirects().follow(false).post("/sign-out");

    assertThat(request().get("/review/sign-off").statusCode()).isEqualTo(403);
  }

  @Test
  void everyPageSignsOut() {
    enter();
    for (String address :
        List.of(
            "/",
            "/review/items/" + hash(SmallProgramme.FINDING),
            "/review/sign-off",
            "/review/participants",
            "/review/audit",
            "/sprint",
            "/notes")) {
      assertThat(page(address).select("header form[action=/sign-out] button").text())
          .as(address)
          .isEqualTo("Sign Ada out");
    }
  }

  @Test
  void theSitesPagesAreKeptFromTheReview() {
    assertThat(given().get("/site/").header("Content-Security-Policy"))
        .contains("sandbox allow-scripts")
        .doesNotContain("allow-same-origin");
  }

  /** As a product owner does it, on a phone and at a desk, and without a mouse. */
  @Test
  void theReviewIsReadableAndKeepsToTheScreen() {
    try (Browser browser = Browser.start()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (BrowserContext context =
            browser
                .chromium()
                .newContext(
                    new NewContextOptions().setViewportSize(390, 844).setColorScheme(scheme))) {
          Page page = context.newPage();
          page.navigate(
              RestAssured.baseURI
                  + ":"
                  + RestAssured.port
                  + "/sign-in?token="
                  + signIn.link(id(), "Ada"));
          assertThat(Axe.violations(page)).as("sign-in").isEmpty();
          page.keyboard().press("Tab");
          page.keyboard().press("Tab");
          page.keyboard().press("Tab");
          page.keyboard().press("Tab");
          page.keyboard().press("Enter");
          page.waitForURL("**/");
          for (String address :
              List.of(
                  "/",
                  "/review/items/" + hash(SmallProgramme.FINDING),
                  "/review/sign-off",
                  "/review/participants")) {
            page.navigate(RestAssured.baseURI + ":" + RestAssured.port + address);
            assertThat(Axe.violations(page)).as(address + " " + scheme).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(address)
                .isEqualTo(390);
          }
        }
      }
    }
  }

  private Response enter() {
    return enter(signIn.link(id(), "Ada"));
  }

  private Response enter(String token) {
    Response response =
        given().redirects().follow(false).formParam("token", token).post("/sign-in");
    if (response.statusCode() == 303) {
      cookies = response.cookies();
    }
    return response;
  }

  private String id() {
    return refresh.look().standing().orElseThrow().programme().id();
  }

  private Review review() {
    return refresh.with(cycle -> cycle.review());
  }

  private RequestSpecification request() {
    return given().cookies(cookies);
  }

  private Document page(String address) {
    Response response = request().get(address);
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(response.asString());
  }

  private Document send(Element form, Map<String, String> more) {
    Response response =
        request()
            .formParams(fields(form))
            .formParams(more)
            .redirects()
            .follow(false)
            .post(form.attr("action"));
    assertThat(response.statusCode()).isIn(200, 303);
    return Jsoup.parse(response.asString());
  }

  private static Element form(Document page, String end) {
    return page.select("form[action$=/" + end + "]").first();
  }

  private static Map<String, String> fields(Element form) {
    return form.select("input[type=hidden]").stream()
        .collect(Collectors.toMap(in -> in.attr("name"), in -> in.attr("value")));
  }

  private static String link(Document page, String title) {
    return page.select("a[href^=/review/items/]").stream()
        .filter(link -> link.text().equals(title))
        .findFirst()
        .orElseThrow()
        .attr("href");
  }
}
