package dev.fortnight.web;

import dev.fortnight.web.signin.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
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
  private final SignInRecord record;
  private final SignInWay way;

  SignInResource(Visitors visitors, SignInRecord record, SignInWay way) {
    this.visitors = visitors;
    this.record = record;
    this.way = way;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance link(String token);

    static native TemplateInstance provider();

    static native TemplateInstance refused();
  }

  /** The page that a link leads to. Looking at it, as programs do before a person, uses nothing. */
  @GET
  @Path("sign-in")
  @ForAnybody
  public TemplateInstance page(@QueryParam("token") String token) {
    return way.isProvider() ? Templates.provider() : Templates.link(token == null ? "" : token);
  }

  /** Whatever is wrong with a link, the answer is the same. */
  @POST
  @Path("sign-in")
  @ForAnybody
  public Response enter(
      @Context HttpHeaders headers,
      @Context HttpServerRequest request,
      @FormParam("token") String token) {
    if (!Visitors.isOurOwn(headers)) {
      // not counted, or another site could use up what its visitor may try
      return refuse();
    }
    if (!record.mayTry(request)) {
      return refuseForNow();
    }
    Optional<NewCookie> cookie = visitors.enter(headers, token == null ? "" : token);
    if (cookie.isEmpty()) {
      record.failed(request, "a link that is used up, too old or never was one");
      return refuse();
    }
    return Response.seeOther(URI.create("/")).cookie(cookie.get()).build();
  }

  @POST
  @Path("sign-out")
  @ForAnybody
  public Response leave(@Context HttpHeaders headers, @FormParam("form") String form) {
    Optional<Session> sender = visitors.sender(headers, form);
    return sender
        .map(session -> Response.seeOther(URI.create("/")).cookie(visitors.leave(session)).build())
        .orElseGet(SignInResource::refuse);
  }

  /** Says how to sign in, and nothing of what was asked for. */
  static Response refuse() {
    return refuse(Response.Status.FORBIDDEN);
  }

  /** The same to somebody who tried too often, whatever they bring. */
  static Response refuseForNow() {
    return refuse(Response.Status.TOO_MANY_REQUESTS);
  }

  /** The same page where no resource can answer. */
  static String refusal() {
    return Templates.refused().render();
  }

  private static Response refuse(Response.Status status) {
    return Response.status(status)
        .type("text/html;charset=utf-8")
        .entity(Templates.refused())
        .build();
  }
}
