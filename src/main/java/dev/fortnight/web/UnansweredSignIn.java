package dev.fortnight.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Where there is no provider, or it does not answer, Quarkus has two words of its own to say;
 * people get the page that they get otherwise.
 */
@Singleton
final class UnansweredSignIn {

  @ServerResponseFilter
  void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean isSignIn = request.getUriInfo().getPath().startsWith("/sign-in/");
    if (isSignIn && response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.setStatus(Response.Status.FORBIDDEN.getStatusCode());
      response.setEntity(SignInResource.refusal());
    }
  }
}
