package dev.fortnight.web;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a provider says of somebody, after Quarkus has verified that it does.
 *
 * @param issuer together with the subject names them for ever
 * @param login what they are known by there
 * @param name what they are called
 * @param claims by name, as far as rules for roles ask for them
 * @param issuedAt when the provider said so
 * @param provedAt when they proved to it who they are, where it tells
 */
record ProviderAccount(
    String issuer,
    String subject,
    String login,
    String name,
    Map<String, Set<String>> claims,
    Instant issuedAt,
    Optional<Instant> provedAt,
    String accessToken) {

  /** GitHub gives no ID token; who somebody is stands in what it tells of the user. */
  static ProviderAccount atGitHub(SecurityIdentity identity) {
    UserInfo user = identity.getAttribute("userinfo");
    JsonWebToken made = (JsonWebToken) identity.getPrincipal();
    String login = text(user.getString("login")).orElse("");
    return new ProviderAccount(
        "https://github.com",
        String.valueOf(user.getLong("id")),
        login,
        text(user.getString("name")).orElse(login),
        Map.of(),
        Instant.ofEpochSecond(made.getIssuedAtTime()),
        Optional.empty(),
        identity.getCredential(AccessTokenCredential.class).getToken());
  }

  /**
   * @param loginClaim the claim that holds the login
   * @param asked the claims that rules ask for
   */
  static ProviderAccount of(SecurityIdentity identity, String loginClaim, Set<String> asked) {
    JsonWebToken token = (JsonWebToken) identity.getPrincipal();
    String login = text(token.getClaim(loginClaim)).orElse("");
    Map<String, Set<String>> claims = new HashMap<>();
    asked.forEach(name -> claims.put(name, values(token.getClaim(name))));
    return new ProviderAccount(
        token.getIssuer(),
        token.getSubject(),
        login,
        text(token.getClaim("name")).orElse(login),
        claims,
        Instant.ofEpochSecond(token.getIssuedAtTime()),
        provedAt(token),
        "");
  }

  /** Quarkus gives 0 for what is not there. */
  private static Optional<Instant> provedAt(JsonWebToken token) {
    Object seconds = token.getClaim("auth_time");
    return Optional.ofNullable(seconds)
        .map(value -> Instant.ofEpochSecond(Long.parseLong(value.toString())))
        .filter(instant -> instant.isAfter(Instant.EPOCH));
  }

  private static Optional<String> text(Object value) {
    return Optional.ofNullable(value).map(ProviderAccount::plain).filter(text -> !text.isBlank());
  }

  private static Set<String> values(Object value) {
    if (value instanceof JsonArray array) {
      return array.stream().map(ProviderAccount::plain).collect(Collectors.toSet());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(ProviderAccount::plain).collect(Collectors.toSet());
    }
    return text(value).map(Set::of).orElse(Set.of());
  }

  private static String plain(Object value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  /** Without what nobody needs to see. */
  @Override
  public String toString() {
    return "account at " + issuer;
  }
}
