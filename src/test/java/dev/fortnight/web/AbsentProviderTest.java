package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.cycle.Refresh;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("server")
@TestProfile(AtAbsentProvider.class)
class AbsentProviderTest {

  @Inject Refresh refresh;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String provider;

  @Test
  void whoSignsInOnceTheProviderIsBackIsLetIn() throws IOException, InterruptedException {
    Refreshed.now(refresh);
    HttpResponse<String> answer = new SignedIn().get("/sign-in/provider");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(answer.body()).select("h1").text())
        .isEqualTo("You are not signed in, or may not do this");
    assertThat(new SignedIn().get("/q/health/live").statusCode()).isEqualTo(200);

    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(provider + "/back")).build(),
            HttpResponse.BodyHandlers.discarding());

    HttpResponse<String> page = new SignedIn().signIn("/sign-in/provider", "ada", "");
    assertThat(page.uri().getPath()).isEqualTo("/");
    assertThat(Jsoup.parse(page.body()).select("form[action=/sign-out]").text())
        .isEqualTo("Sign Ada Example out");
  }
}
