package dev.fortnight.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each role at each address and method. */
@QuarkusTest
@Tag("server")
@TestProfile(AtOpenIdProvider.class)
class AccessTest {

  private static final List<String> PEOPLE = List.of("nobody", "cy", "ben", "ada");
  private static final String ANYBODY = "nobody";
  private static final String READER = "cy";
  private static final String REVIEWER = "ben";
  private static final String OWNER = "ada";

  /** The least that may; whatever is not in this table fails the test. */
  private static final Map<String, String> RULES =
      Map.ofEntries(
          entry("GET /", READER),
          entry("GET /assets/govuk-frontend.css", ANYBODY),
          entry("GET /assets/review.css", ANYBODY),
          entry("GET /assets/icon.svg", ANYBODY),
          entry("GET /assets/review.js", ANYBODY),
          entry("GET /assets/htmx.js", ANYBODY),
          entry("GET /sprint", READER),
          entry("GET /backlog", READER),
          entry("GET /notes", READER),
          entry("GET /assumptions", READER),
          entry("GET /editions", READER),
          entry("GET /progress", READER),
          entry("GET /cycle", READER),
          entry("GET /sessions", READER),
          entry("POST /sessions/end", READER),
          entry("GET /site{path:(/.*)?}", ANYBODY),
          entry("POST /webhooks/github", ANYBODY),
          entry("GET /sign-in", ANYBODY),
          entry("POST /sign-in", ANYBODY),
          entry("POST /sign-out", ANYBODY),
          entry("GET /sign-in/provider", ANYBODY),
          entry("GET /sign-in/again", ANYBODY),
          entry("GET /sign-in/refused", ANYBODY),
          entry("GET /review/items/{hash}", REVIEWER),
          entry("POST /review/items/{hash}/approve", REVIEWER),
          entry("POST /review/items/{hash}/hold", REVIEWER),
          entry("POST /review/approve-clean", REVIEWER),
          entry("GET /review/participants", REVIEWER),
          entry("GET /review/next", REVIEWER),
          entry("GET /review/sign-off", REVIEWER),
          entry("POST /review/sign-off/introduction", OWNER),
          entry("POST /review/sign-off/told", OWNER),
          entry("GET /preview", REVIEWER),
          entry("GET /preview/{token}{path:(/.*)?}", ANYBODY),
          entry("GET /review/audit", REVIEWER),
          entry("GET /review/audit.csv", REVIEWER),
          entry("POST /review/sign-off", OWNER),
          entry("POST /review/undo", OWNER));

  @Inject Refresh refresh;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
  }

  @Test
  void everyAddressHasARule() throws Exception {
    assertThat(addresses()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
  }

  @Test
  void eachRoleDoesWhatItMayAndNothingElse() {
    for (String person : PEOPLE) {
      SignedIn browser = person.equals(ANYBODY) ? new SignedIn() : SignedIn.as(person);
      Map<String, String> form = Map.of("form", browser.formToken(), "seen", "x", "reason", "x");
      RULES.forEach(
          (rule, least) -> {
            if (rule.equals("POST /sign-out") || rule.startsWith("GET /preview/")) {
              return;
            }
            int status = ask(browser, rule, form).statusCode();
            assertThat(status).as(rule).isNotIn(404, 405);
            if (!least.equals(ANYBODY)) {
              boolean may = PEOPLE.indexOf(person) >= PEOPLE.indexOf(least);
              assertThat(status == 403)
                  .as(person + ": " + rule + " gave " + status)
                  .isEqualTo(!may);
            }
          });
    }
  }

  @Test
  void noFormOfAnotherSiteOrSessionChangesAnything() {
    SignedIn owner = SignedIn.as(OWNER);
    String token = owner.formToken();
    String old = SignedIn.as(OWNER).formToken();
    for (String rule : RULES.keySet()) {
      if (rule.startsWith("POST /review")
          || List.of("POST /sign-out", "POST /sessions/end").contains(rule)) {
        String path = path(rule);
        for (Map<String, String> form :
            List.of(
                Map.of("seen", "x"),
                Map.of("seen", "x", "form", ""),
                Map.of("seen", "x", "form", "0".repeat(64)),
                Map.of("seen", "x", "form", old))) {
          assertThat(owner.post(path, form).statusCode()).as(rule + form).isEqualTo(403);
        }
        for (String site : List.of("cross-site", "same-site")) {
          HttpResponse<String> answer =
              owner.post(path, Map.of("seen", "x", "form", token), "Sec-Fetch-Site", site);
          assertThat(answer.statusCode()).as(rule + site).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void peopleEndTheirOwnSessionsElsewhereAndOwnersAnybodys() {
    SignedIn owner = SignedIn.as(OWNER);
    SignedIn reader = SignedIn.as(READER);
    SignedIn elsewhere = SignedIn.as(READER);
    assertThat(reader.page("/sessions").select("main .item__title").eachText())
        .contains("Cy Example")
        .doesNotContain("Ada Example");

    endAllBut(reader);
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(403);
    assertThat(reader.get("/").statusCode()).isEqualTo(200);
    String ofOwner =
        SignedIn.as(OWNER)
            .page("/sessions")
            .select(".item:has(.item__title:containsOwn(Ada Example)) input[name=session]")
            .val();
    reader.post("/sessions/end", Map.of("form", reader.formToken(), "session", ofOwner));
    assertThat(owner.get("/").statusCode()).isEqualTo(200);
    assertThat(reader.get("/").statusCode()).isEqualTo(200);

    SignedIn other = SignedIn.as(OWNER);
    endAllBut(other);
    assertThat(owner.get("/").statusCode()).isEqualTo(403);
    assertThat(reader.get("/").statusCode()).isEqualTo(403);
    assertThat(other.page("/review/audit?words=ended").select("main .item__reason").eachText())
        .contains(
            "Cy Example ended one of Cy Example",
            "Ada Example ended one of Cy Example",
            "Ada Example ended one of Ada Example");
  }

  private static List<String> sessions(SignedIn browser) {
    return browser.page("/sessions").select("input[name=session]").eachAttr("value");
  }

  private static void endAllBut(SignedIn browser) {
    String form = browser.formToken();
    sessions(browser)
        .forEach(id -> browser.post("/sessions/end", Map.of("form", form, "session", id)));
  }

  @Test
  void noPageMayBeFramedAndNoneIsKept() {
    SignedIn owner = SignedIn.as(OWNER);
    RULES
        .keySet()
        .forEach(
            rule -> {
              HttpResponse<String> answer = ask(owner, rule, Map.of());
              assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                  .as(rule)
                  .contains("frame-ancestors 'none'");
              assertThat(answer.headers().firstValue("Cache-Control"))
                  .as(rule)
                  .contains("no-store");
            });
  }

  @Test
  void eachAnswerSaysWhatItIsAndInWhichCharacters() {
    SignedIn owner = SignedIn.as(OWNER);
    for (String rule : RULES.keySet()) {
      HttpResponse<String> answer = ask(owner, rule, Map.of());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      assertThat(answer.body().isEmpty() || type.matches("text/.*;\\s*charset=(?i)utf-8|image/.*"))
          .as(rule + " is " + type)
          .isTrue();
    }
  }

  @Test
  void noAddressThatChangesSomethingAnswersToLooking() {
    SignedIn owner = SignedIn.as(OWNER);
    Set<String> looked = new TreeSet<>();
    RULES.keySet().stream()
        .filter(rule -> rule.startsWith("POST "))
        .map(AccessTest::path)
        .filter(path -> !RULES.containsKey("GET " + path))
        .filter(path -> owner.get(path).statusCode() != 405)
        .forEach(looked::add);
    assertThat(looked).isEmpty();
  }

  private static HttpResponse<String> ask(SignedIn browser, String rule, Map<String, String> form) {
    return rule.startsWith("GET ") ? browser.get(path(rule)) : browser.post(path(rule), form);
  }

  private static String path(String rule) {
    return rule.substring(rule.indexOf(' ') + 1)
        .replace("{path:(/.*)?}", "/")
        .replace("{token}", "0".repeat(32))
        .replace("{hash}", "0".repeat(64));
  }

  /** All that JAX-RS answers, from the classes themselves. */
  private static Set<String> addresses() throws IOException, ClassNotFoundException {
    Set<String> addresses = new TreeSet<>();
    java.nio.file.Path folder = java.nio.file.Path.of("target/classes/dev/fortnight/web");
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      for (java.nio.file.Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.contains("$")) {
          Class<?> type = Class.forName("dev.fortnight.web." + name.replace(".class", ""));
          if (type.isAnnotationPresent(Path.class)) {
            for (Method method : type.getDeclaredMethods()) {
              verb(method).forEach(verb -> addresses.add(verb + " " + address(type, method)));
            }
          }
        }
      }
    }
    return addresses;
  }

  private static Stream<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value);
  }

  private static String address(Class<?> type, Method method) {
    Path path = method.getAnnotation(Path.class);
    String whole =
        type.getAnnotation(Path.class).value() + (path == null ? "" : "/" + path.value());
    String slashed = whole.replaceAll("(?<!\\(|:)/+", "/");
    return slashed.startsWith("/") ? slashed : "/" + slashed;
  }
}
