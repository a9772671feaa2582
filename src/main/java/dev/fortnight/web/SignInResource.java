package dev.fortnight.web;

import dev.fortnight.web.signin.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Signs in with a link that works once, and out. */
@Path("/")
@Produces("text/html;charset=utf-8")
@Blocking
public final class SignInResource {

  private final Visitors visitors;

  SignInResource(Visitors visitors) {
    this.visitors = visitors;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance link(String token);

    static native TemplateInstance refused();
  }

  /** The page that a link leads to. Looking at it, as programs do before a person, uses nothing. */
  @GET
  @Path("sign-in")
  public TemplateInstance page(@QueryParam("token") String token) {
    return Templates.link(token == null ? "" : token);
  }

  /** Whatever is wrong with a link, the answer is the same. */
  @POST
  @Path("sign-in")
  public Response enter(@FormParam("token") String token) {
    Optional<NewCookie> cookie = visitors.enter(token == null ? "" : token);
    return cookie
        .map(entered -> Response.seeOther(URI.create("/")).cookie(entered).build())
        .orElseGet(SignInResource::refuse);
  }

  @POST
  @Path("sign-out")
  public Response leave(@Context HttpHeaders headers, @FormParam("form") String form) {
    Optional<Session> sender = visitors.sender(headers, form);
    return sender
        .map(session -> Response.seeOther(URI.create("/")).cookie(visitors.leave(session)).build())
        .orElseGet(SignInResource::refuse);
  }

  /** Says how to sign in, and nothing of what was asked for. */
  static Response refuse() {
    return Response.status(Response.Status.FORBIDDEN).entity(Templates.refused()).build();
  }
}
