package dev.fortnight.web;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Asks the provider to have somebody prove who they are although it knows them already. Source:
 * OpenID Connect Core 1.0, 3.1.2.1.
 */
@Singleton
@Unremovable // Quarkus looks it up by its type
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
public final class FreshSignIn implements OidcRedirectFilter {

  @Override
  public void filter(OidcRedirectContext redirect) {
    if (redirect.routingContext().normalizedPath().equals(ProviderResource.AGAIN)) {
      redirect.additionalQueryParams().add("prompt", "login").add("max_age", "0");
    }
  }
}
