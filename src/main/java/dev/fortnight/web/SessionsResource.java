package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Standing;
import dev.fortnight.programme.Programme;
import dev.fortnight.web.signin.OpenSession;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import dev.fortnight.web.signin.SignIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where people see in which browsers they are signed in, and end that; owners see everybody's. */
@Path("/sessions")
@Produces("text/html;charset=utf-8")
@Blocking
public final class SessionsResource {

  private final Refresh refresh;
  private final SignIn signIn;
  private final SignInRecord record;
  private final Visit visit;

  SessionsResource(Refresh refresh, SignIn signIn, SignInRecord record, Visit visit) {
    this.refresh = refresh;
    this.signIn = signIn;
    this.record = record;
    this.visit = visit;
  }

  /** The template, which Quarkus compiles against what it is given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance sessions(SessionsPage page);
  }

  @GET
  @Needs(Role.READER)
  public Response sessions() {
    Optional<Programme> programme = programme();
    Optional<Session> viewer = visit.session();
    if (programme.isEmpty() || viewer.isEmpty()) {
      return SignInResource.refuse();
    }
    List<OpenSession> shown = shown(programme.get(), viewer.get());
    return Response.ok(Templates.sessions(SessionsPage.of(programme.get(), viewer.get(), shown)))
        .build();
  }

  /** Ends one of those that are shown to whoever asks; of one that has ended, nothing is said. */
  @POST
  @Needs(Role.READER)
  @Path("end")
  public Response end(
      @Context HttpHeaders headers,
      @FormParam("form") String form,
      @FormParam("session") String id) {
    Optional<Programme> programme = programme();
    Optional<Session> sender = Visitors.sender(visit.session(), headers, form);
    if (programme.isEmpty() || sender.isEmpty()) {
      return SignInResource.refuse();
    }
    shown(programme.get(), sender.get()).stream()
        .filter(session -> session.id().equals(id))
        .findFirst()
        .ifPresent(
            session -> {
              signIn.end(programme.get().id(), session);
              record.ended(sender.get().person(), session);
            });
    return Response.seeOther(URI.create("/sessions")).build();
  }

  private List<OpenSession> shown(Programme programme, Session viewer) {
    boolean isOwner = visit.role().filter(role -> role.mayActAs(Role.OWNER)).isPresent();
    return signIn.open(programme.id()).stream()
        .filter(session -> isOwner || session.isOf(viewer))
        .toList();
  }

  private Optional<Programme> programme() {
    return refresh.state().standing().map(Standing::programme);
  }
}
