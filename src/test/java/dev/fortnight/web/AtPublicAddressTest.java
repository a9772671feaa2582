package dev.fortnight.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("server")
@TestProfile(AtPublicAddress.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AtPublicAddressTest {

  @Inject Refresh refresh;
  @Inject SignIn signIn;

  @BeforeEach
  void collect() {
    Refreshed.now(refresh);
  }

  @Test
  void theCookieIsForThisHostAndHttpsOnly() {
    Response answer = enter(link());

    assertThat(answer.statusCode()).isEqualTo(303);
    Cookie cookie = answer.detailedCookies().asList().get(0);
    assertThat(cookie.getName()).startsWith("__Host-fortnight-");
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @Test
  void browsersAreToldToKeepToHttps() {
    assertThat(given().get("/").header("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000; includeSubDomains");
  }

  @ParameterizedTest
  @CsvSource({
    "research.example,/,200",
    "RESEARCH.example:443,/,200",
    "evil.example,/,403",
    "research.example.evil.example,/,403",
    "evil.example,/q/health/live,200",
    "research.example,/q/metrics,403",
    "localhost,/q/metrics,200"
  })
  void onlyItsOwnNamesAreAnsweredAndFiguresStayHere(String host, String path, int status) {
    assertThat(given().header("Host", host).get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void nobodyTellsByAHeaderWhereTheyComeFrom() {
    for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
      assertThat(
              given()
                  .header(header, "127.0.0.1")
                  .header("Host", "research.example")
                  .get("/q/metrics")
                  .statusCode())
          .as(header)
          .isEqualTo(403);
    }
    assertThat(
            given()
                .header("X-Forwarded-Host", "research.example")
                .header("Host", "evil.example")
                .get("/")
                .statusCode())
        .isEqualTo(403);
  }

  /** Last, for afterwards nobody is let in. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whoFailsTooOftenWaits() {
    String link = link();
    for (int time = 0; time < 10; time++) {
      int status =
          given()
              .header("Sec-Fetch-Site", "cross-site")
              .formParam("token", "x")
              .post("/sign-in")
              .statusCode();
      assertThat(status).as("another site's form is not counted").isEqualTo(403);
    }
    for (int time = 0; time < 3; time++) {
      assertThat(enter("x", "198.51.100." + time).statusCode()).isEqualTo(403);
    }

    Response answer = enter(link);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.cookies()).isEmpty();
  }

  private String link() {
    return signIn.link(refresh.look().standing().orElseThrow().programme().id(), "Ada");
  }

  private static Response enter(String token) {
    return enter(token, "198.51.100.99");
  }

  /**
   * @param claimed where somebody says that they come from, which nobody is to believe
   */
  private static Response enter(String token, String claimed) {
    return given()
        .header("X-Forwarded-For", claimed)
        .redirects()
        .follow(false)
        .formParam("token", token)
        .post("/sign-in");
  }
}
