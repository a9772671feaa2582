package dev.fortnight.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What answers a form without leading on has no address that could be looked at again, so htmx is
 * told to leave the browser's as it is. Source: htmx.org, "HX-Push-Url Response Header".
 */
@Singleton
final class AnsweredForms {

  @ServerResponseFilter
  void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getMethod().equals(HttpMethod.POST)) {
      response.getHeaders().putSingle("HX-Push-Url", "false");
    }
  }
}
