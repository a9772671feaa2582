package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.signin.ProviderSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

  private static final Map<String, String> AT_GITHUB =
      Map.of(
          "FORTNIGHT_SIGN_IN_PROVIDER", "github",
          "FORTNIGHT_SIGN_IN_CLIENT", "illustrative",
          "FORTNIGHT_SIGN_IN_SECRET", "illustrative-secret",
          "FORTNIGHT_SIGN_IN_OWNERS", "login:ada");

  private static final Optional<URI> PUBLIC = Optional.of(URI.create("https://research.example/"));

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "research.example", "127.0.0.1.example"})
  void withoutAProviderNothingListensBeyondThisMachine(String host) {
    assertThatThrownBy(() -> new Reach(host, PUBLIC, Optional.empty()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("beyond this machine people have to sign in at a provider, and none is set");
  }

  @Test
  void aProxyMayNotPassOthersOnToALinkEither() {
    assertThatThrownBy(() -> new Reach("127.0.0.1", PUBLIC, Optional.empty()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("beyond this machine people have to sign in at a provider, and none is set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://research.example/",
        "https://research.example/fortnight/",
        "https://ada:secret@research.example/",
        "https://research.example/?x",
        "https://research.example/#x",
        "ftp://research.example/",
        "research.example"
      })
  void anAddressThatCookiesAreNotSafeAtIsRefused(String address) {
    assertThatThrownBy(
            () ->
                new Reach(
                    "0.0.0.0", Optional.of(URI.create(address)), ProviderSettings.of(AT_GITHUB)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the address is none that people could safely sign in at");
  }

  @Test
  void withAProviderOnlyTheAddressIsMissing() {
    Optional<ProviderSettings> provider = ProviderSettings.of(AT_GITHUB);

    assertThatThrownBy(() -> new Reach("0.0.0.0", Optional.empty(), provider))
        .isInstanceOf(ProblemException.class)
        .hasMessage("it is not said under which address people reach this server");
    assertThat(new Reach("0.0.0.0", PUBLIC, provider).properties())
        .containsEntry("quarkus.http.host", "0.0.0.0")
        .containsEntry("fortnight.address", "https://research.example/")
        .containsEntry("quarkus.oidc.provider", "github")
        .containsEntry("quarkus.oidc.authentication.cookie-force-secure", "true")
        .containsEntry("quarkus.oidc.authentication.force-redirect-https-scheme", "true")
        .containsEntry("quarkus.oidc.authentication.pkce-required", "true");
  }

  @Test
  void onThisMachineNoProviderIsAsked() {
    assertThat(Reach.THIS_MACHINE.properties())
        .isEqualTo(
            Map.of(
                "quarkus.http.host", "127.0.0.1",
                "fortnight.address", "",
                "fortnight.sign-in.provider", ""));
    assertThat(ProviderSettings.of(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROVIDER | http://login.example/ | FORTNIGHT_SIGN_IN_PROVIDER is not a provider that can be trusted",
        "PROVIDER | gitlab | FORTNIGHT_SIGN_IN_PROVIDER is not a provider that can be trusted",
        "PROVIDER | microsoft | FORTNIGHT_SIGN_IN_TENANT is missing",
        "CLIENT | '' | FORTNIGHT_SIGN_IN_CLIENT is missing",
        "SECRET | '' | FORTNIGHT_SIGN_IN_SECRET is missing",
        "OWNERS | ada | a rule for roles cannot be read",
        "OWNERS | claim:groups | a rule for roles cannot be read",
        "READERS | team:council | a rule for roles cannot be read"
      })
  void whatIsWrongInTheEnvironmentIsNamedAndNotRepeated(String name, String value, String what) {
    Map<String, String> environment = new HashMap<>(AT_GITHUB);
    environment.put("FORTNIGHT_SIGN_IN_" + name, value);

    assertThatThrownBy(() -> ProviderSettings.of(environment))
        .isInstanceOf(ProblemException.class)
        .hasMessage(what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers", "../common", "council.example"})
  void aDirectoryThatAnybodyCanJoinIsRefused(String tenant) {
    Map<String, String> environment = new HashMap<>(AT_GITHUB);
    environment.put("FORTNIGHT_SIGN_IN_PROVIDER", "microsoft");
    environment.put("FORTNIGHT_SIGN_IN_TENANT", tenant);

    assertThatThrownBy(() -> ProviderSettings.of(environment))
        .isInstanceOf(ProblemException.class)
        .hasMessage("FORTNIGHT_SIGN_IN_TENANT is not the id of one directory");
  }

  @Test
  void entraIdIsAskedAboutOneDirectoryOnly() {
    Map<String, String> environment = new HashMap<>(AT_GITHUB);
    environment.put("FORTNIGHT_SIGN_IN_PROVIDER", "microsoft");
    environment.put("FORTNIGHT_SIGN_IN_TENANT", "0F9A1B2C-0000-4000-8000-0123456789AB");

    String issuer = "https://login.microsoftonline.com/0f9a1b2c-0000-4000-8000-0123456789ab/v2.0";
    assertThat(ProviderSettings.of(environment).orElseThrow().properties(true))
        .containsEntry("quarkus.oidc.provider", "microsoft")
        .containsEntry("quarkus.oidc.auth-server-url", issuer)
        .containsEntry("quarkus.oidc.token.issuer", issuer);
  }
}
