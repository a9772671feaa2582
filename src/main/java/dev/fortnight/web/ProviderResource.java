package dev.fortnight.web;

import dev.fortnight.web.signin.Person;
import dev.fortnight.web.signin.ProviderSettings;
import dev.fortnight.web.signin.RoleRules;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Signs in at a provider. Quarkus sends people there and verifies what comes back; then they have a
 * session of ours, and Quarkus's own ends.
 */
@Path("/")
@Produces("text/html;charset=utf-8")
@Blocking
public final class ProviderResource {

  static final String PROVIDER = "/sign-in/provider";
  static final String AGAIN = "/sign-in/again";

  /** What was said longer ago was not said because we asked. */
  private static final Duration JUST_NOW = Duration.ofMinutes(5);

  private final ServerConfig.SignIn config;
  private final RoleRules rules;
  private final Visitors visitors;
  private final SignInRecord record;
  private final GitHubTeams teams;
  private final SecurityIdentity identity;
  private final OidcSession oidcSession;

  ProviderResource(
      ServerConfig config,
      RoleRules rules,
      Visitors visitors,
      SignInRecord record,
      GitHubTeams teams,
      SecurityIdentity identity,
      OidcSession oidcSession) {
    this.config = config.signIn();
    this.rules = rules;
    this.visitors = visitors;
    this.record = record;
    this.teams = teams;
    this.identity = identity;
    this.oidcSession = oidcSession;
  }

  /** Where the provider sends people back to, too. */
  @GET
  @Path("sign-in/provider")
  @Authenticated
  @ForAnybody
  public Response provider(@Context HttpHeaders headers, @Context HttpServerRequest request) {
    return enter(headers, request, Instant.EPOCH, "/");
  }

  /** The same for somebody who is about to sign an edition off, see {@link FreshSignIn}. */
  @GET
  @Path("sign-in/again")
  @Authenticated
  @ForAnybody
  public Response again(@Context HttpHeaders headers, @Context HttpServerRequest request) {
    return enter(headers, request, visitors.now(), "/review/sign-off");
  }

  /** Where people end whom the provider does not let in. */
  @GET
  @Path("sign-in/refused")
  @ForAnybody
  public Response refused() {
    return SignInResource.refuse();
  }

  /**
   * @param otherwise when they proved who they are, where the provider does not tell
   */
  private Response enter(
      HttpHeaders headers, HttpServerRequest request, Instant otherwise, String next) {
    if (!record.mayTry(request)) {
      return SignInResource.refuseForNow();
    }
    ProviderAccount account = account();
    oidcSession.logout().await().indefinitely();
    if (account.login().isBlank() || isStale(account)) {
      record.failed(request, "a provider's word that names no login, or is too old");
      return SignInResource.refuse();
    }
    Person person = person(account);
    Optional<NewCookie> cookie =
        visitors.enter(headers, person, account.provedAt().orElse(otherwise));
    if (cookie.isEmpty()) {
      record.failed(request, "'" + account.login() + "' has no role here");
      return SignInResource.refuse();
    }
    return Response.seeOther(URI.create(next)).cookie(cookie.get()).build();
  }

  private boolean isStale(ProviderAccount account) {
    return account.issuedAt().isBefore(visitors.now().minus(JUST_NOW));
  }

  private ProviderAccount account() {
    return isGitHub()
        ? ProviderAccount.atGitHub(identity)
        : ProviderAccount.of(identity, config.login(), rules.claims());
  }

  private Person person(ProviderAccount account) {
    Set<String> members =
        isGitHub() && !rules.teams().isEmpty()
            ? teams.of(account.login(), account.accessToken(), rules.teams())
            : Set.of();
    return Person.at(
        account.issuer(),
        account.subject(),
        account.login(),
        account.name(),
        rules.grants(account.login(), members, account.claims()));
  }

  private boolean isGitHub() {
    return config.provider().filter(ProviderSettings.GITHUB::equals).isPresent();
  }
}
