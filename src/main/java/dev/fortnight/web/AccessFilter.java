package dev.fortnight.web;

import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody do what their role is not enough for. What has no rule is done for nobody. */
@Singleton
final class AccessFilter {

  private final Provider<Visitors> visitors;
  private final Provider<SignInRecord> record;
  private final Visit visit;

  /**
   * @param visitors when they are needed: filters are made before the server is told anything
   * @param record likewise
   */
  AccessFilter(Provider<Visitors> visitors, Provider<SignInRecord> record, Visit visit) {
    this.visitors = visitors;
    this.record = record;
    this.visit = visit;
  }

  /** Null lets the request pass, as JAX-RS has it. */
  @ServerRequestFilter
  Response filter(ResourceInfo resource, HttpHeaders headers, UriInfo address) {
    Method method = resource.getResourceMethod();
    visit.at(address.getPath(), headers.getHeaderString("HX-Request") != null);
    if (method.isAnnotationPresent(ForAnybody.class)) {
      return null;
    }
    Needs needs = method.getAnnotation(Needs.class);
    return needs != null && mayActAs(needs, headers) ? null : SignInResource.refuse();
  }

  private boolean mayActAs(Needs needs, HttpHeaders headers) {
    Optional<Session> session = visitors.get().visitor(headers, needs.isUse());
    Optional<Role> role = visitors.get().role(session);
    boolean may = role.filter(one -> one.mayActAs(needs.value())).isPresent();
    if (may) {
      visit.begin(session, role);
    } else {
      session.ifPresent(one -> record.get().refused(one.person(), role, needs.value()));
    }
    return may;
  }
}
