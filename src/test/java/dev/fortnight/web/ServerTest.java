package dev.fortnight.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.SmallProgramme;
import dev.fortnight.store.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("server")
@QuarkusTestResource(ServedProgramme.class)
class ServerTest {

  @Inject Refresh refresh;
  @Inject Database database;
  @Inject Clock clock;
  @Inject ServerConfig config;

  @BeforeEach
  void publish() {
    Refreshed.now(refresh);
  }

  @Test
  void pageShowsChangedItemsAndTheirStates() {
    Cycle cycle = new SmallProgramme(config.programme()).cycle(database, clock);
    cycle.approve(cycle.review(), Set.of(SmallProgramme.SESSION), "Ada");
    cycle.hold(cycle.review(), SmallProgramme.FINDING, "Ada", "One voice only.");
    Refreshed.now(refresh);

    Document page = page();

    assertThat(page.title()).isEqualTo("Sprint 1 – Shared software");
    assertThat(page.select("h1").text()).isEqualTo("Sprint 1");
    assertThat(page.select(".progress").text()).isEqualTo("2 of 5 decided");
    assertThat(page.select("h3").eachText())
        .containsExactly("Findings 2", "Sessions 1", "The site 2", "Left out 1");
    assertThat(item(page, SmallProgramme.FINDING).text())
        .isEqualTo(
            "Held Somebody has to answer the phone One voice only. findings/phones-matter.md"
                + " By Ada on 13 November 2026 at 14:30");
    assertThat(item(page, SmallProgramme.SESSION).text()).startsWith("Approved A clerk");
    assertThat(item(page, "programme").text()).startsWith("Open Title, dates");
    assertThat(page.select(".facts").text())
        .contains("Days 2 November 2026 to 15 November 2026")
        .contains("Review Friday 13 November 2026 at 14:00")
        .contains("Open call Wednesday 11 November 2026 at 16:00")
        .contains("Newest edition None yet")
        .contains("Publication The working site is public since ")
        .contains("Next sprint’s review Friday 27 November 2026 at 14:00");
  }

  @Test
  void pageListsWaiversWithTheirReasonAndWhoDecided() throws IOException {
    SmallProgramme programme = new SmallProgramme(config.programme());
    programme.write("pages/desk.md", "---\ntitle: Desk\n---\nAsk sam@fernshire.example.\n");
    programme.write(
        "waivers.yml",
        OverviewTest.waiver(programme.folder(), "pages/desk.md", "sam@fernshire.example"));
    try {
      Refreshed.now(refresh);

      Element waiver = page().select("#waivers ~ ul li").first();

      assertThat(waiver.select("p").eachText())
          .containsExactly(
              "research/pages/desk.md",
              "An e-mail address may be seen until 31 December 2026.",
              "The mailbox of the <whole> service.",
              "By Ada Lovelock");
    } finally {
      Files.delete(config.programme().resolve("research/pages/desk.md"));
      Files.delete(config.programme().resolve("research/waivers.yml"));
    }
  }

  @Test
  void pageShowsProblemsWithPlaceAndRemedy() {
    Element problem = page().select("#problems ~ ul li").first();

    assertThat(problem.select(".path").text())
        .startsWith("research/interviews/2026-11-11-nobody.md");
    assertThat(problem.select(".remedy").text()).contains("consent: public");
  }

  @Test
  void hostileTitleIsInert() {
    Document page = page();

    assertThat(page.select("script").eachAttr("src"))
        .containsExactly("/assets/htmx.js", "/assets/review.js");
    assertThat(item(page, "findings/hostile.md").select(".item__title").text())
        .isEqualTo(ServedProgramme.HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/q/health", "/assets/review.css"})
  void ownPagesAllowNothingFromElsewhere(String path) {
    when()
        .get(path)
        .then()
        .header(
            "Content-Security-Policy",
            equalTo(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  @Test
  void pageUsesNoStyleOrScriptThatItsPolicyForbids() {
    Document page = page();

    assertThat(page.select("style, script:not([src^=/assets/]), [style]")).isEmpty();
    for (Element link : page.select("link[rel=stylesheet]")) {
      when().get(link.attr("href")).then().statusCode(200).contentType(startsWith("text/css"));
    }
    when().get("/assets/icon.svg").then().statusCode(200).contentType("image/svg+xml");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200",
    "127.0.0.1:8080, 200",
    "localhost:8080, 200",
    "LOCALHOST, 200",
    "[::1]:8080, 200",
    "evil.example, 403",
    "evil.example:8080, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example, 403",
    "0.0.0.0, 403",
    "127.0.0.1@evil.example, 403"
  })
  void onlyOurOwnNamesAreAnswered(String host, int status) throws IOException {
    assertThat(statusOf("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .isIn(status, status == 403 ? 400 : status);
    assertThat(
            statusOf("GET /q/metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .isIn(status, status == 403 ? 400 : status);
  }

  @Test
  void requestWithoutHostIsRefused() throws IOException {
    assertThat(statusOf("GET / HTTP/1.0\r\n\r\n")).isEqualTo(403);
  }

  @Test
  void siteIsServedWithFoldersAndTypes() {
    when()
        .get("/site/working/findings/phones-matter/")
        .then()
        .statusCode(200)
        .contentType("text/html;charset=utf-8")
        .header(
            "Content-Security-Policy", startsWith("frame-ancestors 'none'; sandbox allow-scripts "))
        .header("X-Content-Type-Options", "nosniff")
        .body(containsString("Somebody has to answer the phone"));
    when().get("/site/versions.json").then().statusCode(200).contentType("application/json");
    when()
        .get("/site/working/assets/govuk-frontend.css")
        .then()
        .statusCode(200)
        .contentType("text/css;charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({"/site, /site/", "/site/working, /site/working/"})
  void folderWithoutSlashIsRedirected(String path, String target) {
    given()
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(302)
        .header("Location", is("http://localhost:" + RestAssured.port + target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/site/../../programme/research/programme.yml",
        "/site/..%2f..%2fprogramme/research/programme.yml",
        "/site/%2e%2e/%2e%2e/programme/research/programme.yml",
        "/site/%252e%252e/fortnight.mv.db",
        "/site/..%5cfortnight.mv.db",
        "/site//etc/passwd",
        "/site/working/./../../fortnight.mv.db",
        "/site/%2Fetc%2Fpasswd",
        "/site/.nojekyll",
        "/site/a%00b",
        "/site/%zz",
        "/site/linked/secret.txt",
        "/site/linked.txt"
      })
  void nothingOutsideTheSiteIsServed(String path) throws IOException {
    Path secret = Files.createDirectories(config.data().resolve("outside")).resolve("secret.txt");
    Files.writeString(secret, "research");
    link("linked", secret.getParent());
    link("linked.txt", secret);

    String answer =
        answer("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("Who shares");
  }

  private void link(String name, Path target) throws IOException {
    Path link = config.data().resolve("site").resolve(name);
    if (!Files.isSymbolicLink(link)) {
      Files.createSymbolicLink(link, target);
    }
  }

  @Test
  void webhookTakesTheDocumentedSignature() {
    webhook("ping", "Hello, World!", DOCUMENTED).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha1=757107ea0eb2509fc211221cce984b8a37570b6d",
        "sha256="
      })
  void webhookRefusesAnotherSignature(String signature) {
    webhook("ping", "Hello, World!", signature).then().statusCode(401).body(is(emptyString()));
  }

  @Test
  void webhookRefusesAMissingSignature() {
    given().body("{}").post("/webhooks/github").then().statusCode(401).body(is(emptyString()));
  }

  @Test
  void pushToTheNotesIsAcceptedAsOftenAsItComes() {
    String push = "{\"ref\":\"refs/heads/main\"}";
    for (int time = 0; time < 2; time++) {
      webhook("push", push, signature(push)).then().statusCode(202);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "push   | {\"ref\":\"refs/heads/gh-pages\"}",
        "push   | {\"ref\":[]}",
        "issues | {\"ref\":\"refs/heads/main\"}"
      })
  void otherEventsChangeNothing(String event, String body) {
    webhook(event, body, signature(body)).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issues", "issue_comment", "label", "milestone", "repository"})
  void whatHappensToABacklogIsAccepted(String event) {
    String body =
        "{\"action\":\"deleted\",\"issue\":{\"number\":1},"
            + "\"repository\":{\"full_name\":\"council/shared\"}}";
    webhook(event, body, signature(body)).then().statusCode(202);
  }

  @Test
  void pushInAForeignFormatIsToldToWhoeverSetTheWebhookUp() {
    String form = "payload=%7B%7D";
    webhook("push", form, signature(form))
        .then()
        .statusCode(400)
        .body(containsString("application/json"));
  }

  /** GitHub's largest. */
  @Test
  void webhookOf25MegabytesIsTaken() {
    String start = "{\"action\":\"edited\",\"issue\":{\"number\":1,\"body\":\"";
    String end = "\"},\"repository\":{\"full_name\":\"council/shared\"}}";
    String body = start + "x".repeat(25 * 1024 * 1024 - start.length() - end.length()) + end;
    webhook("issues", body, signature(body)).then().statusCode(202);
  }

  @Test
  void webhookBodyHasALimit() throws IOException {
    assertThat(
            statusOf(
                "POST /webhooks/github HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Length: 26214401\r\n\r\n"))
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/site/", "/assets/review.css"})
  void pagesTakeNoPosts(String path) {
    given().body("x=1").post(path).then().statusCode(405);
  }

  @Test
  void readyMeansThatTheDatabaseAnswers() {
    when()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks.name", hasItem("database"));
    when().get("/q/health/live").then().statusCode(200).body("checks.size()", is(0));
  }

  @Test
  void metricsCountNotesAndProblems() {
    when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("fortnight_refresh_seconds_count"))
        .body(containsString("fortnight_problems{severity=\"error\"} 1.0"))
        .body(containsString("fortnight_notes 4.0"))
        .body(containsString("fortnight_github_requests_total 0.0"))
        .body(containsString("fortnight_github_rate_limit_left -1.0"))
        .body(containsString("fortnight_topics 0.0"));
  }

  private static final String DOCUMENTED =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  private static io.restassured.response.Response webhook(
      String event, String body, String signature) {
    RequestSpecification request =
        given().header("X-GitHub-Event", event).header("X-Hub-Signature-256", signature);
    return request
        .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/webhooks/github");
  }

  private static String signature(String body) {
    return GitHubSignature.of(ServedProgramme.SECRET, body);
  }

  private static Document page() {
    return Jsoup.parse(when().get("/").then().statusCode(200).extract().asString());
  }

  private static Element item(Document page, String key) {
    return page.select(".item").stream()
        .filter(item -> item.select(".path").text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static int statusOf(String request) throws IOException {
    return Integer.parseInt(answer(request).substring(9, 12));
  }

  /** What comes back to a request that no client would send. */
  private static String answer(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
