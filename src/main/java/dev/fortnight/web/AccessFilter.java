package dev.fortnight.web;

import dev.fortnight.web.signin.Role;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody do what their role is not enough for. What has no rule is done for nobody. */
@Singleton
final class AccessFilter {

  private final Provider<Visitors> visitors;

  /**
   * @param visitors when they are needed: filters are made before the server is told anything
   */
  AccessFilter(Provider<Visitors> visitors) {
    this.visitors = visitors;
  }

  /** Null lets the request pass, as JAX-RS has it. */
  @ServerRequestFilter
  Response filter(ResourceInfo resource, HttpHeaders headers) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(ForAnybody.class)) {
      return null;
    }
    Needs needs = method.getAnnotation(Needs.class);
    return needs != null && mayActAs(needs.value(), headers) ? null : SignInResource.refuse();
  }

  private boolean mayActAs(Role needed, HttpHeaders headers) {
    return visitors.get().role(headers).filter(role -> role.mayActAs(needed)).isPresent();
  }
}
