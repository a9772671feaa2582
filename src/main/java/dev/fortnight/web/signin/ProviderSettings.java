package dev.fortnight.web.signin;

import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The provider that people sign in at, as Quarkus is to be told of it when it starts.
 *
 * @param provider {@code github}, {@code microsoft}, or the address of another one
 * @param tenant the directory at Microsoft's Entra ID
 * @param rules who has which role
 */
public record ProviderSettings(
    String provider, String client, Secret secret, Optional<String> tenant, RoleRules rules) {

  public static final String GITHUB = "github";
  public static final String MICROSOFT = "microsoft";

  private static final String PREFIX = "FORTNIGHT_SIGN_IN_";

  /**
   * A directory's id, as issuers of ID tokens name it. In {@code common} and its like anybody in
   * the world can choose a login.
   */
  private static final Pattern TENANT =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final int KEY_LENGTH = 32;

  /**
   * What the environment says; empty where it names no provider.
   *
   * @throws ProblemException if something is missing or would let anybody in
   */
  public static Optional<ProviderSettings> of(Map<String, String> environment) {
    return value(environment, "PROVIDER").map(provider -> of(provider, environment));
  }

  private static ProviderSettings of(String provider, Map<String, String> environment) {
    RoleRules rules =
        RoleRules.of(
            list(environment, "READERS"),
            list(environment, "REVIEWERS"),
            list(environment, "OWNERS"));
    if (!rules.teams().isEmpty() && !provider.equals(GITHUB)) {
      throw new ProblemException(
          "rules with 'team:' are for GitHub only", "Use claim:groups=VALUE at other providers.");
    }
    return new ProviderSettings(
        checked(provider),
        needed(environment, "CLIENT"),
        new Secret(needed(environment, "SECRET")),
        provider.equals(MICROSOFT) ? Optional.of(tenant(environment)) : Optional.empty(),
        rules);
  }

  private static String checked(String provider) {
    if (provider.equals(GITHUB) || provider.equals(MICROSOFT)) {
      return provider;
    }
    try {
      URI address = URI.create(provider);
      if (PublicAddress.isSafe(address)) {
        return provider;
      }
    } catch (IllegalArgumentException e) {
      // no address at all; what to write instead is said below
    }
    throw new ProblemException(
        PREFIX + "PROVIDER is not a provider that can be trusted",
        "Set it to github, microsoft or the https address of an OpenID Connect provider.");
  }

  private static String tenant(Map<String, String> environment) {
    String tenant = needed(environment, "TENANT").toLowerCase(Locale.ROOT);
    if (!TENANT.matcher(tenant).matches()) {
      throw new ProblemException(
          PREFIX + "TENANT is not the id of one directory",
          "Set it to your organisation's directory id, as Entra ID's overview page shows it.");
    }
    return tenant;
  }

  private static String needed(Map<String, String> environment, String name) {
    return value(environment, name)
        .orElseThrow(
            () ->
                new ProblemException(
                    PREFIX + name + " is missing", "Set it to what the provider gave you."));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(PREFIX + name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static List<String> list(Map<String, String> environment, String name) {
    return value(environment, name).stream()
        .flatMap(text -> Stream.of(text.split(",")))
        .filter(text -> !text.isBlank())
        .toList();
  }

  /**
   * What Quarkus is told, by property.
   *
   * @param isSecure whether people reach the server by https
   */
  public Map<String, String> properties(boolean isSecure) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("tenant-enabled", "true");
    said.put("application-type", "web-app");
    said.put("client-id", client);
    said.put("credentials.secret", secret.reveal());
    said.put("authentication.redirect-path", "/sign-in/provider");
    said.put("authentication.restore-path-after-redirect", "true");
    said.put("authentication.error-path", "/sign-in/refused");
    said.put("authentication.cookie-path", "/sign-in");
    said.put("authentication.pkce-required", "true");
    said.put("authentication.state-secret", key("state"));
    said.put("token-state-manager.encryption-secret", key("tokens"));
    said.put("authentication.cookie-force-secure", String.valueOf(isSecure));
    said.put("authentication.force-redirect-https-scheme", String.valueOf(isSecure));
    switch (provider) {
      case GITHUB -> {
        said.put("provider", GITHUB);
        said.put("authentication.scopes", rules.teams().isEmpty() ? "read:user" : "read:org");
      }
      case MICROSOFT -> {
        String address = "https://login.microsoftonline.com/" + tenant.orElseThrow() + "/v2.0";
        said.put("provider", MICROSOFT);
        said.put("auth-server-url", address);
        said.put("token.issuer", address);
        said.put("authentication.nonce-required", "true");
      }
      default -> {
        said.put("auth-server-url", provider);
        said.put("authentication.scopes", "profile");
        said.put("authentication.nonce-required", "true");
      }
    }
    Map<String, String> properties = new LinkedHashMap<>();
    said.forEach((name, value) -> properties.put("quarkus.oidc." + name, value));
    return properties;
  }

  /** The same in each process of a cluster, so that any of them can finish a sign-in. */
  private String key(String use) {
    String text = use + '\n' + secret.reveal();
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_LENGTH);
  }
}
